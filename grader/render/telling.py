"""What of a report is told to a student, in whatever format."""

import msgspec

from grader.report import CheckReport, ExerciseReport
from grader.verdict import Verdict

MOST_FAILURES = 4


class Telling(msgspec.Struct, frozen=True):
    """The failures that are told in full, those that have the same cause, and how many more."""

    told: list[CheckReport]
    same_cause: list[CheckReport]
    left: int


def points_of(exercise: ExerciseReport) -> str:
    """Say what an exercise came to."""
    return "extra" if exercise.extra else f"{exercise.score} of {exercise.max_score}"


def failures_to_tell(exercise: ExerciseReport, most: int = MOST_FAILURES) -> Telling:
    """Choose the failures that are worth a student's time now; of one alone, nothing beside it."""
    failures = [each for each in exercise.checks if worth_telling(each, exercise)]
    own = [each for each in failures if not each.same_cause_as]
    if most == 1:
        return Telling(own[:1], [], max(0, len(failures) - 1))
    return Telling(
        own[:most],
        [each for each in failures if each.same_cause_as],
        max(0, len(own) - most),
    )


def why_these_too(exercise: ExerciseReport) -> str:
    """Introduce the checks that fail for the same cause."""
    return "so these fail too:" if exercise.mistake else "these fail too, perhaps for one reason:"


def worth_telling(check: CheckReport, exercise: ExerciseReport) -> bool:
    """Leave out what another check's line already explains."""
    if check.verdict in (Verdict.PASSED, Verdict.BLOCKED):
        return False
    if check.verdict is Verdict.NOT_STARTED:
        return exercise.score > 0 or "no file" in check.message
    return not check.extra or exercise.verdict is Verdict.PASSED
