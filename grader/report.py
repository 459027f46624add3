"""The report of one submission: plain data, and how points are counted."""

import msgspec

from grader.verdict import Verdict, gravest

SCHEMA = "slopework/report/1"


class Counterexample(msgspec.Struct, frozen=True):
    """The smallest input found: the call as code, what came back and what was expected."""

    call: str
    returned: str
    expected: str


class CheckReport(msgspec.Struct, frozen=True):
    """One check; an extra is shown, and counts for neither points nor verdict."""

    id: str
    title: str
    rung: str
    verdict: Verdict
    score: int
    max_score: int
    extra: bool = False
    message: str = ""
    counterexample: Counterexample | None = None
    blocked_by: str | None = None


class ExerciseReport(msgspec.Struct, frozen=True):
    """One exercise; ``mistake`` is the id of a known one, or null; ``output`` what it printed.

    ``note`` says where its file was found, where that is not its place.
    """

    id: str
    title: str
    verdict: Verdict
    score: int
    max_score: int
    mistake: str | None
    checks: tuple[CheckReport, ...]
    output: str = ""
    note: str = ""


class Report(msgspec.Struct, frozen=True):
    """All verdicts of one submission. Only ``seconds`` may differ between equal runs.

    In a class ``student`` is who handed it in, and ``digest`` stands for all that the verdicts
    depend on, so that a later run knows whether it would come to the same.
    """

    schema: str
    submission: str
    seed: int
    score: int
    max_score: int
    versions: dict[str, str]
    sandbox: tuple[str, ...]
    limits: dict[str, float]
    exercises: tuple[ExerciseReport, ...]
    seconds: float
    student: str = ""
    digest: str = ""

    @property
    def passed(self) -> bool:
        """Whether every exercise passed."""
        return all(each.verdict is Verdict.PASSED for each in self.exercises)


class Outcome(msgspec.Struct, frozen=True):
    """What came of a check, before points."""

    id: str
    title: str
    rung: str
    weight: int
    extra: bool
    verdict: Verdict
    message: str = ""
    counterexample: Counterexample | None = None
    blocked_by: str | None = None


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
    note: str = "",
) -> ExerciseReport:
    """Turn outcomes into points; forbidden zeroes the exercise."""
    shares = share(points, [each.weight for each in outcomes])
    verdict = gravest(each.verdict for each in outcomes if not each.extra)
    checks = tuple(
        _score_check(each, most, zero=verdict is Verdict.FORBIDDEN)
        for each, most in zip(outcomes, shares, strict=True)
    )
    score = sum(each.score for each in checks)
    return ExerciseReport(exercise, title, verdict, score, points, None, checks, output, note)


def _score_check(outcome: Outcome, most: int, *, zero: bool) -> CheckReport:
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
    )
