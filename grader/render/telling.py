"""What of a report is told to a student, in whatever format."""

from grader.report import CheckReport, ExerciseReport
from grader.verdict import Verdict

MOST_FAILURES = 4


def failures_to_tell(
    exercise: ExerciseReport, most: int = MOST_FAILURES
) -> tuple[list[CheckReport], int]:
    """Give the failures that are worth a student's time now, and how many more there are."""
    failures = [each for each in exercise.checks if worth_telling(each, exercise)]
    return failures[:most], max(0, len(failures) - most)


def worth_telling(check: CheckReport, exercise: ExerciseReport) -> bool:
    """Leave out what another check's line already explains."""
    if check.verdict in (Verdict.PASSED, Verdict.BLOCKED):
        return False
    if check.verdict is Verdict.NOT_STARTED:
        return exercise.score > 0 or "no file" in check.message
    return not check.extra or exercise.verdict is Verdict.PASSED
