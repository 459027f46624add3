"""Remove a scratch folder, whatever a submission made of it."""

import contextlib
import os
import secrets
import shutil
import stat
from pathlib import Path

BY_DESCRIPTOR = os.rename in os.supports_dir_fd
FOLDER = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_NOFOLLOW", 0)


def remove(folder: Path) -> None:
    """Remove a folder, however deep, also where its owner took away the rights to it."""
    if BY_DESCRIPTOR:
        with contextlib.suppress(OSError):
            folder.chmod(0o700)
            top = os.open(folder, FOLDER)
            try:
                _empty(top)
            finally:
                os.close(top)
    with contextlib.suppress(RecursionError):
        shutil.rmtree(folder, ignore_errors=True)


def _empty(top: int) -> None:
    """Remove what an open folder holds; folders further down are moved up into it on the way.

    So no path grows long, nothing recurses, and no link that takes a folder's place is followed.
    """
    waiting = _names(top)
    while waiting:
        name = waiting.pop()
        with contextlib.suppress(OSError):
            if not _unlocked_folder(top, name):
                os.unlink(name, dir_fd=top)
                continue
            inner = os.open(name, FOLDER, dir_fd=top)
            try:
                _move_up(inner, top, waiting)
            finally:
                os.close(inner)
            os.rmdir(name, dir_fd=top)


def _move_up(inner: int, top: int, waiting: list[str]) -> None:
    """Remove a folder's files, and move its folders up, to wait there."""
    for name in _names(inner):
        with contextlib.suppress(OSError):
            if _unlocked_folder(inner, name):
                new = secrets.token_hex(8)
                os.rename(name, new, src_dir_fd=inner, dst_dir_fd=top)
                waiting.append(new)
            else:
                os.unlink(name, dir_fd=inner)


def _names(folder: int) -> list[str]:
    return os.listdir(folder)


def _unlocked_folder(parent: int, name: str) -> bool:
    """Tell whether this is a folder, no link to one, and give back the rights to empty it."""
    if not stat.S_ISDIR(os.stat(name, dir_fd=parent, follow_symlinks=False).st_mode):
        return False
    os.chmod(name, 0o700, dir_fd=parent)
    return True
