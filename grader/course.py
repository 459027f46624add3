"""The course: units and exercises in order, as the course file has them."""

import difflib
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import msgspec

from grader.errors import UsageError
from grader.ready_made import GROUPS

# The seed of students' own runs; an instructor grades with another.
DEFAULT_SEED = 1
COURSE_FILE = Path(__file__).with_name("course.toml")
Identifier = Annotated[str, msgspec.Meta(pattern=r"^[a-z][a-z0-9_]*$")]


class Exercise(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One file that the student completes; its stem is its id."""

    id: Identifier
    title: str
    points: Annotated[int, msgspec.Meta(ge=0)]
    difficulty: Annotated[int, msgspec.Meta(ge=1, le=3)]
    minutes: Annotated[int, msgspec.Meta(ge=1)]
    forbidden: tuple[str, ...] = ()

    @property
    def extra(self) -> bool:
        """Whether it is shown and gives no points."""
        return self.points == 0


class Unit(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Exercises that belong together, in one folder."""

    id: Identifier
    title: str
    exercises: tuple[Exercise, ...]


class Course(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All units in order."""

    title: str
    units: tuple[Unit, ...]

    def exercises(self) -> Iterator[Exercise]:
        """All exercises in order."""
        return (exercise for unit in self.units for exercise in unit.exercises)

    def file(self, exercise: Exercise) -> str:
        """The path of an exercise's file, relative to a submission."""
        unit = next(unit for unit in self.units if exercise in unit.exercises)
        return f"{unit.id}/{exercise.id}.py"

    def select(self, names: tuple[str, ...]) -> tuple[Exercise, ...]:
        """Exercises of these units or ids, in course order; all of them where none is named."""
        known = [unit.id for unit in self.units] + [each.id for each in self.exercises()]
        names = tuple(map(bare, names))
        for name in names:
            if name not in known:
                raise UsageError(
                    f"There is no unit or exercise {name!r}; {suggestion(name, known)}"
                )
        return tuple(
            exercise
            for unit in self.units
            for exercise in unit.exercises
            if not names or unit.id in names or exercise.id in names
        )

    def exercise(self, name: str) -> Exercise:
        """The one exercise of this id; raises UsageError where it is none, or a whole unit."""
        chosen = self.select((name,))
        if chosen and chosen[0].id == bare(name):
            return chosen[0]
        ids = ", ".join(each.id for each in chosen)
        raise UsageError(f"{name!r} is a unit; name one of its exercises: {ids}.")


def bare(name: str) -> str:
    """Give the id in what somebody typed: `mse`, `mse.py` or `linear_regression/mse.py`."""
    return name.rstrip("/").removesuffix(".py").split("/")[-1]


def suggestion(name: str, known: list[str]) -> str:
    """End a sentence about an unknown name with the nearest known one."""
    near = difflib.get_close_matches(name, known, n=1)
    return f"did you mean {near[0]!r}?" if near else "`grader list` shows them all."


def read_course(path: Path = COURSE_FILE) -> Course:
    """Read the course file; raises UsageError that says what is wrong in it."""
    try:
        course = msgspec.toml.decode(path.read_bytes(), type=Course)
    except (OSError, UnicodeError, msgspec.MsgspecError) as error:
        raise UsageError(f"The course file {path.name} cannot be used: {error}.") from None
    _refuse_doubles(course)
    for exercise in course.exercises():
        for group in exercise.forbidden:
            if group not in GROUPS:
                raise UsageError(
                    f"The course file {path.name} forbids an unknown group {group!r} in "
                    f"{exercise.id}; the groups are {', '.join(GROUPS)}."
                )
    return course


def _refuse_doubles(course: Course) -> None:
    ids = [unit.id for unit in course.units] + [each.id for each in course.exercises()]
    for name in ids:
        if ids.count(name) > 1:
            raise UsageError(f"The course file has the id {name!r} twice; ids must be different.")
