"""Files that are written whole or not at all."""

import contextlib
import os
import tempfile
from pathlib import Path

from grader.errors import UsageError

PART = ".slopework-part"


def write_whole(path: Path, content: str | bytes) -> None:
    """Write a file by way of a temporary one, so that no reader and no crash sees half of it.

    Raises UsageError where the disk is full or the place cannot be written.
    """
    data = content if isinstance(content, bytes) else content.encode("utf-8", errors="replace")
    temporary = ""
    try:
        descriptor, temporary = tempfile.mkstemp(prefix=".", suffix=PART, dir=path.parent)
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(usual_mode(0o666))
        Path(temporary).replace(path)
        _sync_folder(path.parent)
    except OSError as error:
        with contextlib.suppress(OSError):
            Path(temporary).unlink(missing_ok=bool(temporary))
        raise UsageError(
            f"{path.name} cannot be written in {str(path.parent)!r} ({error.strerror}); "
            "make room or name another place, and run the same again."
        ) from None


def usual_mode(mode: int) -> int:
    """Give the permissions that the user's own programs would give a new file or folder."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mode & ~mask


def _sync_folder(folder: Path) -> None:
    """Make the new name outlast a power cut, where folders can be synced."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def make_folder(folder: Path) -> None:
    """Make a folder and those above it; raises UsageError where that cannot be done."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(
            f"The folder {str(folder)!r} cannot be made ({error.strerror}); name another one."
        ) from None


def remove_parts(*folders: Path) -> None:
    """Remove what a writer left that was killed while it wrote; none may be writing now."""
    for folder in folders:
        for path in folder.glob(f".*{PART}"):
            with contextlib.suppress(OSError):
                path.unlink()
