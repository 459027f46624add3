"""Which failures of an exercise have one cause, so that it is told once."""

from collections.abc import Sequence

from grader.mistake import Mistake
from grader.report import CheckReport, ExerciseReport, Outcome
from grader.verdict import Verdict

NOT_WRONG = (Verdict.PASSED, Verdict.BLOCKED, Verdict.NOT_STARTED)


def causes(outcomes: Sequence[Outcome], mistake: Mistake | None) -> dict[str, str]:
    """Give, by the id of a failure, the failure that probably has the same cause and is told.

    A named mistake is told by the check that tells it best. Without a name the first failure is
    told, and those after it that end alike; checks that look at one thing by itself stand alone.
    """
    wrong = [each for each in outcomes if each.verdict not in NOT_WRONG and not each.extra]
    if mistake is None:
        wrong = [each for each in wrong if not each.independent]
    if not wrong:
        return {}
    best = [each for each in wrong if mistake and each.id == mistake.caught_by]
    told = (best or wrong)[0]
    return {
        each.id: told.id
        for each in wrong
        if each is not told and (mistake or _ends_alike(each, told))
    }


def _ends_alike(first: Outcome, second: Outcome) -> bool:
    """Tell whether two failures are both wrong answers, or the same error."""
    if first.verdict is not second.verdict:
        return False
    return first.verdict is Verdict.FAILED or first.message == second.message


def first_failure(exercise: ExerciseReport) -> CheckReport | None:
    """Give the first check that is wrong and counts; None where none is."""
    wrong = (each for each in exercise.checks if each.verdict not in NOT_WRONG and not each.extra)
    return next(wrong, None)
