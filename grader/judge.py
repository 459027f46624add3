"""Judging one check: run it, and turn what happened into an outcome."""

from collections.abc import Callable
from typing import Any

from grader.bank import Bank, Example, Property, is_property, number_for
from grader.checking.failures import CheckFailed, ForbiddenCall, NotStarted, StudentRaised
from grader.checking.marks import Mark, Rung
from grader.checking.reference import Reference
from grader.checking.show import transcript_code
from grader.checking.student import Student
from grader.report import Counterexample, Outcome
from grader.shrink import shrink
from grader.text import harmless
from grader.verdict import Verdict
from grader.workers import LostError

Failure = CheckFailed | StudentRaised | ForbiddenCall | NotStarted | LostError
# Shrinking takes a tenth of this; a submission whose every call is slow is told what came first.
SHRINK_SECONDS = 5.0
FAILURES = (CheckFailed, StudentRaised, ForbiddenCall, NotStarted, LostError)


class Attempt:
    """One exercise of one submission while it is judged: who answers, and what blocks what."""

    def __init__(self, exercise: str, student: Student, reference: Reference) -> None:
        self.exercise = exercise
        self.student = student
        self.reference = reference
        self.outcomes: list[Outcome] = []
        self.not_loaded = ""
        self.gate = ""
        self.ended = ""
        self.shape = ""
        self.shrinking = 0.0

    @property
    def wrong(self) -> bool:
        """Whether the code answers, and not all of its answers are right."""
        found = {each.verdict for each in self.outcomes if not each.extra}
        answering = {Verdict.FAILED, Verdict.ERROR, Verdict.BLOCKED, Verdict.PASSED}
        return found <= answering and bool(found & {Verdict.FAILED, Verdict.ERROR})

    def blocker(self, mark: Mark) -> str:
        """Name the check that keeps this one from being judged, if any does."""
        if self.ended or self.not_loaded:
            return self.ended or self.not_loaded
        return "" if mark.independent else self.gate

    def off_the_clock(
        self, try_example: Callable[[Example], Exception | None]
    ) -> Callable[[Example], Exception | None]:
        """Let shrinking cost an exercise none of its own time, and only so much of ours.

        Whoever is slow and wrong is told what is wrong, not that time ran out.
        """

        def try_one(example: Example) -> Exception | None:
            if self.shrinking > SHRINK_SECONDS:
                return None
            before = self.student.used
            with self.reference.forgetting():
                found = try_example(example)
            self.shrinking += self.student.used - before
            self.student.used = before
            return found

        return try_one

    def note(self, outcome: Outcome, mark: Mark) -> None:
        """Remember an outcome and what it blocks."""
        self.outcomes.append(outcome)
        if outcome.verdict is Verdict.PASSED or outcome.extra:
            return
        if mark.rung is Rung.LOADS:
            self.not_loaded = self.not_loaded or outcome.id
        if mark.rung.gates and not mark.independent:
            self.gate = self.gate or outcome.id
        if mark.rung is Rung.SHAPE:
            self.shape = self.shape or outcome.id
        if self.student.losses > 1:
            self.ended = self.ended or outcome.id


class Judge:
    """Judges checks with the examples of one seed."""

    def __init__(self, bank: Bank, seed: int) -> None:
        self.bank = bank
        self.seed = seed

    def examples(self, exercise: str, check: str, function: Property) -> list[Example]:
        """Give the inputs of a property."""
        return self.bank.examples(f"{exercise}.{check}", function, self.seed)

    def judge(
        self, attempt: Attempt, check: str, function: Callable[..., Any], mark: Mark
    ) -> Outcome:
        """Judge one check of an attempt, and note the outcome there."""
        title = " ".join((function.__doc__ or check).split())
        made: dict[str, Any] = {"id": check, "title": title, "rung": mark.rung.name.lower()}
        made |= {"weight": mark.weight, "extra": mark.extra, "independent": mark.independent}
        if blocker := attempt.blocker(mark):
            outcome = Outcome(**made, verdict=Verdict.BLOCKED, blocked_by=blocker)
        else:
            failure = self._run(attempt, check, function)
            outcome = Outcome(**made, **_describe(attempt, failure))
        attempt.note(outcome, mark)
        return outcome

    def _run(self, attempt: Attempt, check: str, function: Callable[..., Any]) -> Exception | None:
        """Run a check; after a first lost worker once more, with a fresh one."""
        failure = self._run_once(attempt, check, function)
        if isinstance(failure, LostError) and attempt.student.losses < 2:
            failure = self._run_once(attempt, check, function)
        return failure

    def _run_once(
        self, attempt: Attempt, check: str, function: Callable[..., Any]
    ) -> Exception | None:
        if not is_property(function):
            return _try(attempt, function, {})
        inner = function.hypothesis.inner_test  # type: ignore[attr-defined]

        def try_example(example: Example) -> Exception | None:
            return _try(attempt, inner, example)

        for example in self.examples(attempt.exercise, check, function):
            if failure := try_example(example):
                if isinstance(failure, CheckFailed | StudentRaised) and _can_shrink(failure):
                    number = number_for(self.seed, f"{attempt.exercise}.{check}")
                    return shrink(function, number, attempt.off_the_clock(try_example), failure)
                return failure
        return None


def _can_shrink(failure: Exception) -> bool:
    return not isinstance(failure, StudentRaised) or failure.verdict is Verdict.ERROR


def _try(attempt: Attempt, function: Callable[..., Any], example: Example) -> Exception | None:
    """Run a body once; the failure takes the transcript of its own calls along."""
    subjects = {"student": attempt.student, "reference": attempt.reference}
    wanted = function.__code__.co_varnames[: function.__code__.co_argcount]
    attempt.student.begin()
    try:
        function(**{name: subjects[name] for name in wanted if name in subjects}, **example)
    except FAILURES as failure:
        failure.transcript = tuple(attempt.student.transcript)  # type: ignore[union-attr]
        return failure
    return None


def _describe(attempt: Attempt, failure: Exception | None) -> dict[str, Any]:  # noqa: PLR0911
    """Give the parts of an outcome that a failure decides."""
    if failure is None:
        return {"verdict": Verdict.PASSED}
    if isinstance(failure, CheckFailed):
        if failure.about_shape and attempt.shape:
            return {"verdict": Verdict.BLOCKED, "blocked_by": attempt.shape}
        shown = _counterexample(failure, failure.returned, failure.expected)
        message = harmless(failure.message)
        return {"verdict": Verdict.FAILED, "message": message, "counterexample": shown}
    message = harmless(failure.message)  # type: ignore[attr-defined]
    if isinstance(failure, StudentRaised):
        if failure.verdict is Verdict.NOT_STARTED:
            return {"verdict": failure.verdict, "message": message}
        if failure.verdict is Verdict.OUT_OF_MEMORY:
            message = f"ran out of the {attempt.student.limits.mebibytes} MiB of memory it has"
        shown = _counterexample(failure, f"raised {failure.raised.type_name}", "an answer")
        return {"verdict": failure.verdict, "message": message, "counterexample": shown}
    if isinstance(failure, LostError):
        shown = _counterexample(failure, "no answer", "an answer")
        return {"verdict": failure.verdict, "message": message, "counterexample": shown}
    verdict = Verdict.FORBIDDEN if isinstance(failure, ForbiddenCall) else Verdict.NOT_STARTED
    return {"verdict": verdict, "message": message}


def _counterexample(failure: Exception, returned: str, expected: str) -> Counterexample | None:
    code = transcript_code(getattr(failure, "transcript", ()))
    if not code or not (returned or expected):
        return None
    return Counterexample(harmless(code), harmless(returned), harmless(expected))
