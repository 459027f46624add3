"""Points: how outcomes and weights come to an exercise's score."""

from grader.causes import causes
from grader.mistake import Mistake
from grader.report import CheckReport, ExerciseReport, Outcome
from grader.verdict import Verdict, gravest


def share(points: int, weights: list[int]) -> list[int]:
    """Split whole points by weight: every part rounded down, the rest to the largest remainders."""
    total = sum(weights)
    if total == 0:
        return [0] * len(weights)
    parts = [points * weight // total for weight in weights]
    remainders = [-(points * weight % total) for weight in weights]
    order = sorted(range(len(weights)), key=lambda i: (remainders[i], i))
    for index in order[: points - sum(parts)]:
        parts[index] += 1
    return parts


def score_exercise(
    exercise: str,
    title: str,
    points: int,
    outcomes: list[Outcome],
    output: str = "",
    mistake: Mistake | None = None,
) -> ExerciseReport:
    """Turn outcomes into points; forbidden zeroes the exercise."""
    shares = share(points, [each.weight for each in outcomes])
    verdict = gravest(each.verdict for each in outcomes if not each.extra)
    told = causes(outcomes, mistake)
    checks = tuple(
        _score_check(each, most, told.get(each.id), zero=verdict is Verdict.FORBIDDEN)
        for each, most in zip(outcomes, shares, strict=True)
    )
    return ExerciseReport(
        id=exercise,
        title=title,
        verdict=verdict,
        score=sum(each.score for each in checks),
        max_score=points,
        mistake=mistake.name if mistake else None,
        checks=checks,
        output=output,
        explanation=mistake.sentence if mistake else "",
        hint=mistake.hint if mistake else "",
    )


def _score_check(outcome: Outcome, most: int, same_cause: str | None, *, zero: bool) -> CheckReport:
    return CheckReport(
        id=outcome.id,
        title=outcome.title,
        rung=outcome.rung,
        verdict=outcome.verdict,
        score=most if outcome.verdict is Verdict.PASSED and not zero else 0,
        max_score=most,
        extra=outcome.extra,
        message=outcome.message,
        counterexample=outcome.counterexample,
        blocked_by=outcome.blocked_by,
        same_cause_as=same_cause,
    )
