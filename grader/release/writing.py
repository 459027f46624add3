"""A kit on disk: a new folder, there whole or not at all."""

import shutil
import tempfile
from pathlib import Path

from grader.errors import UsageError
from grader.files import PART, make_folder, usual_mode
from grader.kit import Kit
from grader.release.kit import Files


def require_vacant(folder: Path, kit: Kit) -> None:
    """Refuse a place that holds something, or lies inside the kit itself; raises UsageError."""
    place = folder.resolve()
    if place.is_relative_to(kit.root.resolve()):
        raise UsageError(
            f"{str(folder)!r} lies inside this kit itself; name a folder outside of it."
        )
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise UsageError(f"{str(folder)!r} is there already and is no folder; name another one.")
    if folder.is_dir() and any(folder.iterdir()):
        raise UsageError(f"The folder {str(folder)!r} is not empty; name a new one, or empty it.")


def write_kit(folder: Path, files: Files) -> None:
    """Write a kit beside its place first, then move it there; raises UsageError."""
    make_folder(folder.parent)
    try:
        draft = Path(tempfile.mkdtemp(prefix=".", suffix=PART, dir=folder.parent))
    except OSError as error:
        raise _unwritable(folder, error) from None
    try:
        _fill(draft, files)
        draft.chmod(usual_mode(0o777))
        if folder.is_dir():
            folder.rmdir()
        draft.rename(folder)
    except OSError as error:
        raise _unwritable(folder, error) from None
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _fill(draft: Path, files: Files) -> None:
    for name, data in files.items():
        path = draft / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def _unwritable(folder: Path, error: OSError) -> UsageError:
    return UsageError(
        f"The kit cannot be written to {str(folder)!r} ({error.strerror}); nothing was left "
        "there. Make room or name another folder."
    )
