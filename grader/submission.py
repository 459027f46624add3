"""A submission: a folder that holds a student's files; each is read once, as bytes."""

import os
import stat
from pathlib import Path
from typing import BinaryIO

import msgspec

from grader.course import Course, Exercise
from grader.errors import UsageError
from grader.text import harmless

LARGEST_FILE = 512 * 1024


class Submission(msgspec.Struct, frozen=True):
    """A student's files by exercise: the bytes, or the reason why there are none.

    `student` is who handed it in, empty where nobody knows; a note says where an exercise was
    found that was not in its place.
    """

    name: str
    sources: dict[str, bytes]
    refused: dict[str, str]
    student: str = ""
    notes: dict[str, str] = msgspec.field(default_factory=dict)


def read_submission(folder: Path, course: Course, exercises: tuple[Exercise, ...]) -> Submission:
    """Read the selected exercises of a folder; raises UsageError where it holds none at all."""
    root = find_root(folder, course)
    sources: dict[str, bytes] = {}
    refused: dict[str, str] = {}
    for exercise in exercises:
        try:
            sources[exercise.id] = read_file(root, course.file(exercise))
        except FileNotFoundError:
            continue
        except OSError as error:
            refused[exercise.id] = error.strerror or str(error)
    return Submission(harmless(folder.resolve().name), sources, refused)


def find_root(folder: Path, course: Course) -> Path:
    """Find the folder that holds the units; raises UsageError where there is none."""
    if folder.is_file():
        raise UsageError(f"{str(folder)!r} is a file; name the folder that holds the units.")
    if not folder.is_dir():
        raise UsageError(f"There is no folder {str(folder)!r} to grade; check the spelling.")
    for root in (folder, folder / "exercises"):
        if root != folder and root.is_symlink():
            continue
        if any(os.path.lexists(root / course.file(each)) for each in course.exercises()):
            return root
    example = course.file(next(course.exercises()))
    raise UsageError(
        f"The folder {str(folder)!r} holds no exercise of this course; "
        f"it should hold a folder a unit, with files such as {example}."
    )


def read_file(root: Path, relative: str, limit: int = LARGEST_FILE) -> bytes:
    """Read a plain file below a folder without following a link; raises OSError with a reason."""
    with open_file(root, relative) as file:
        if os.fstat(file.fileno()).st_size > limit:
            raise OSError(0, f"it is larger than {limit // 1024} KiB")
        return _all_of(file, limit)


def open_file(root: Path, relative: str) -> BinaryIO:
    """Open a plain file below a folder without following a link; raises OSError with a reason."""
    path = root / relative
    if any(
        place.is_symlink()
        for place in (path, *path.parents)
        if place != root and root in place.parents
    ):
        raise OSError(0, "it is a link, not a file of its own, or lies behind one")
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    descriptor = os.open(path, flags | getattr(os, "O_NOFOLLOW", 0))
    # Looked at before it becomes a file object, which refuses a folder in words of its own.
    if stat.S_ISREG(os.fstat(descriptor).st_mode):
        return os.fdopen(descriptor, "rb")
    os.close(descriptor)
    raise OSError(0, "it is not a plain file")


def _all_of(file: BinaryIO, limit: int) -> bytes:
    """Read on to the end, or just beyond the limit where the file grows meanwhile."""
    parts = bytearray()
    while len(parts) <= limit and (part := file.read(limit)):
        parts += part
    return bytes(parts)


def untouched(source: bytes, stub: bytes) -> bool:
    """Tell whether a file is the stub, as text: editors change line ends, a mark, blank ends."""
    return _as_saved(source) == _as_saved(stub)


def _as_saved(source: bytes) -> bytes:
    return source.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n").rstrip()
