"""What of a report is told to a student, in whatever format."""

import msgspec

from grader.report import CheckReport, ExerciseReport, Report
from grader.verdict import Verdict

MOST_FAILURES = 4
OUTPUT_LINES = 20


class Telling(msgspec.Struct, frozen=True):
    """The failures that are told in full, those that have the same cause, and how many more."""

    told: list[CheckReport]
    same_cause: list[CheckReport]
    left: int


def points_of(exercise: ExerciseReport) -> str:
    """Say what an exercise came to."""
    return "extra" if exercise.extra else f"{exercise.score} of {exercise.max_score}"


def points_told(exercise: ExerciseReport) -> str:
    """Say what an exercise came to, in points."""
    return points_of(exercise) + ("" if exercise.extra else " points")


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


def exercises_to_tell(report: Report) -> list[ExerciseReport]:
    """Choose the exercises that there is more to say of than their verdict."""
    return [each for each in report.exercises if each.verdict is not Verdict.PASSED or each.note]


def values_to_tell(check: CheckReport) -> bool:
    """Tell whether what came back means anything: code that raised or ended gave nothing."""
    return check.verdict is Verdict.FAILED


def output_to_tell(exercise: ExerciseReport, most: int = OUTPUT_LINES) -> str:
    """Give the first lines that the student's code printed, where they may help."""
    if exercise.verdict in (Verdict.PASSED, Verdict.NOT_STARTED):
        return ""
    return "\n".join(exercise.output.splitlines()[:most])


def quoted(message: str) -> tuple[str, str]:
    """Part what is wrong from the line of code that it quotes, which may be none."""
    said, _, code = message.partition("\n> ")
    return said, code
