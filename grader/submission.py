"""A submission: a folder that holds a student's files; each is read once, as bytes."""

import os
import stat
from pathlib import Path

import msgspec

from grader.course import Course, Exercise
from grader.errors import UsageError
from grader.text import harmless

LARGEST_FILE = 512 * 1024


class Submission(msgspec.Struct, frozen=True):
    """A student's files by exercise: the bytes, or the reason why there are none.

    ``student`` is who handed them in, where that is known; ``notes`` say of a file that was not in
    its place where it was found.
    """

    name: str
    sources: dict[str, bytes]
    refused: dict[str, str]
    student: str = ""
    notes: dict[str, str] = msgspec.field(default_factory=dict)


def read_submission(folder: Path, course: Course, exercises: tuple[Exercise, ...]) -> Submission:
    """Read the selected exercises of a folder; raises UsageError where it holds none at all."""
    root = _root(folder, course)
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


def _root(folder: Path, course: Course) -> Path:
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


def read_file(root: Path, relative: str) -> bytes:
    """Read a plain file below a folder without following a link; raises OSError with a reason."""
    path = root / relative
    if any(
        place.is_symlink()
        for place in (path, *path.parents)
        if place != root and root in place.parents
    ):
        raise OSError(0, "it is a link, not a file of its own, or lies behind one")
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    descriptor = os.open(path, flags | getattr(os, "O_NOFOLLOW", 0))
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise OSError(0, "it is not a plain file")
        if status.st_size > LARGEST_FILE:
            raise OSError(0, f"it is larger than {LARGEST_FILE // 1024} KiB")
        return _all_of(descriptor)
    finally:
        os.close(descriptor)


def _all_of(descriptor: int) -> bytes:
    parts = bytearray()
    while len(parts) <= LARGEST_FILE and (part := os.read(descriptor, LARGEST_FILE)):
        parts += part
    return bytes(parts)
