"""Hints in steps, from a question to nearly the code."""

from pathlib import Path

import msgspec

from grader.course import Course, Exercise
from grader.errors import UsageError
from grader.kit import Kit
from grader.standings import Standing, Standings, change_standings, is_current, read_standings
from grader.verdict import Verdict

HINTS_FILE = Path(__file__).with_name("hints.toml")
# A question, the idea, nearly the code.
LEAST = 3


class Hint(msgspec.Struct, frozen=True):
    """One step of several, and what the last check of the same file said, if it failed."""

    step: int
    of: int
    text: str
    said: str
    passed: bool


def read_hints(exercise: Exercise, path: Path = HINTS_FILE) -> tuple[str, ...]:
    """Give the hints of an exercise, in order; raises UsageError where the file cannot be used."""
    try:
        hints = msgspec.toml.decode(path.read_bytes(), type=dict[str, tuple[str, ...]])
    except (OSError, UnicodeError, msgspec.MsgspecError) as error:
        raise UsageError(f"The hints {path.name} cannot be used: {error}.") from None
    return hints.get(exercise.id, ())


def next_hint(kit: Kit, course: Course, exercise: Exercise, *, first: bool = False) -> Hint:
    """Give the next hint, and remember that it was given; the last one stays the last."""
    hints = read_hints(exercise)
    if not hints:
        raise UsageError(f"There are no hints for {exercise.id} yet; its docstring says the most.")
    standing = read_standings(kit).get(exercise.id, Standing())
    step = min(0 if first else standing.hints, len(hints) - 1)

    def change(standings: Standings) -> None:
        kept = standings.get(exercise.id, Standing())
        standings[exercise.id] = msgspec.structs.replace(kept, hints=step + 1)

    change_standings(kit, change)
    same = is_current(standing, kit, course.file(exercise))
    passed = same and standing.verdict is Verdict.PASSED
    return Hint(step + 1, len(hints), hints[step], standing.said if same else "", passed)
