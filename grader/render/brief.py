"""A check in a few plain lines, for platforms that show a test by itself."""

from grader.render.telling import values_to_tell
from grader.report import CheckReport, ExerciseReport
from grader.text import harmless
from grader.verdict import Verdict

LONGEST = 4000
CUT = " ..."


def brief(check: CheckReport, exercise: ExerciseReport, longest: int = LONGEST) -> str:
    """Say what came of a check, as plain text; nothing where it simply holds."""
    return shortened(harmless("\n".join(_lines(check, exercise))), longest)


def _lines(check: CheckReport, exercise: ExerciseReport) -> list[str]:
    if check.verdict is Verdict.PASSED:
        zeroed = exercise.verdict is Verdict.FORBIDDEN and check.max_score
        return ["This holds; a forbidden call zeroes the exercise."] if zeroed else []
    if check.verdict is Verdict.BLOCKED:
        return [f"Cannot be judged before this holds: {_title(check.blocked_by, exercise)}"]
    lines = [check.message or check.verdict.value]
    if shown := check.counterexample:
        lines += shown.call.splitlines()
        if values_to_tell(check):
            lines += [f"gave      {shown.returned}", f"expected  {shown.expected}"]
    return lines


def _title(check: str | None, exercise: ExerciseReport) -> str:
    return next((each.title for each in exercise.checks if each.id == check), "another check")


def shortened(text: str, longest: int) -> str:
    """Cut a text that is longer than anyone reads."""
    return text if len(text) <= longest else text[: longest - len(CUT)] + CUT
