"""Where an exercise's file may lie in a submission, best place first, told from its path alone."""

import re
from enum import IntEnum

from grader.course import Course
from grader.submission import LARGEST_FILE

LARGEST_NOTEBOOK = 8 * 1024 * 1024
# What desktops, browsers and course systems add to a second copy's name, at its end.
_COPY = re.compile(
    r"(?:[ _+-]+\d{1,3}|[ _+-]*\(\d{1,3}\)"
    r"|[ _+-]+(?:copy|kopie|copie|copia)|[ _+-]*\(.{0,8}copy\))$"
)


class Place(IntEnum):
    """How far a file is from its place; of two files the one with the lower number is taken."""

    RIGHT = 0
    # The kit's own layout, so that a whole kit is told from what else lies in it.
    EXERCISES = 1
    BELOW = 2
    FLAT = 3
    COPY = 4
    NOTEBOOK = 5


class Wanted:
    """The files of a course, by the names that students' files may have."""

    def __init__(self, course: Course) -> None:
        self.files = {each.id: course.file(each) for each in course.exercises()}
        self.units = {unit.id: [each.id for each in unit.exercises] for unit in course.units}

    def limit(self, path: str) -> int:
        """Give the largest size that is read of such a file, 0 where it is not wanted at all."""
        if is_notebook(path):
            return LARGEST_NOTEBOOK
        return LARGEST_FILE if self.place(path) else 0

    def place(self, path: str) -> tuple[str, Place] | None:
        """Tell whose file this could be, by id, and how well it lies; None where it is nobody's."""
        parts = re.split(r"[/\\]", path)
        stem = _stem(parts[-1])
        exercise = self._exercise(stem) if stem else ""
        if not exercise:
            return None
        if parts[-1] != f"{exercise}.py":
            return exercise, Place.COPY
        return exercise, _nearness("/".join(parts), self.files[exercise])

    def _exercise(self, stem: str) -> str:
        # A copy of a copy of a copy is as far as patience goes.
        for _ in range(4):
            if stem in self.files:
                return stem
            stem = _COPY.sub("", stem)
        return ""


def _stem(name: str) -> str:
    """Give a Python file's name without extensions and case; empty for any other file."""
    stem = name.casefold().removesuffix(".txt")
    if not stem.endswith(".py"):
        return ""
    return stem.removesuffix(".py").removesuffix(".py").removeprefix("copy of ")


def _nearness(path: str, right: str) -> Place:
    if path == right:
        return Place.RIGHT
    if f"/{path}".endswith(f"/exercises/{right}"):
        return Place.EXERCISES
    return Place.BELOW if path.endswith(f"/{right}") else Place.FLAT


def is_notebook(path: str) -> bool:
    """Tell a notebook by its name."""
    return path.lower().endswith(".ipynb")
