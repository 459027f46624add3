"""Judging one check: run it, and turn what happened into an outcome."""

from collections.abc import Callable
from typing import Any

from grader.bank import Bank, Example, Property, number_for
from grader.checking.failures import CheckFailed, ForbiddenCall, StudentRaised
from grader.checking.marks import Mark, Rung
from grader.checking.paste import Focus, transcript_code
from grader.checking.reference import Reference
from grader.checking.student import Student
from grader.report import Counterexample, Outcome
from grader.retelling import retold, worth_retelling
from grader.shrink import shrink, smallest_of
from grader.text import harmless
from grader.trial import Explaining, Trial, transcript_of
from grader.verdict import Verdict
from grader.worker.messages import Call, Define, Operation
from grader.workers import LostError


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
        self.explaining = Explaining(student, reference)

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
        trial = Trial(function, attempt.explaining)
        examples = self.examples(attempt.exercise, check, function) if trial.drawn else [{}]
        for place, example in enumerate(examples):
            failure = trial.on(example)
            if failure is not None:
                if not worth_retelling(failure):
                    return failure
                if trial.drawn:
                    name = f"{attempt.exercise}.{check}"
                    failure = self._smallest(name, function, trial, examples, failure)
                    for other in examples[place + 1 :]:
                        trial.smaller(other)
                return retold(failure, trial)
        return None

    def _smallest(
        self,
        name: str,
        function: Callable[..., Any],
        trial: Trial,
        examples: list[Example],
        failure: Exception,
    ) -> Exception:
        """Find the smallest example that fails alike: of any, or of those that can be judged."""
        spares = self.bank.spares(name)
        if spares is None:
            return shrink(function, number_for(self.seed, name), trial.smaller, failure)
        return smallest_of([*spares, *examples], trial.smaller, failure)


def _describe(attempt: Attempt, failure: Exception | None) -> dict[str, Any]:  # noqa: PLR0911
    """Give the parts of an outcome that a failure decides."""
    if failure is None:
        return {"verdict": Verdict.PASSED}
    if isinstance(failure, CheckFailed):
        if failure.about_shape and attempt.shape:
            return {"verdict": Verdict.BLOCKED, "blocked_by": attempt.shape}
        shown = _counterexample(attempt, failure, failure.returned, failure.expected)
        message = harmless(failure.sentence)
        return {"verdict": Verdict.FAILED, "message": message, "counterexample": shown}
    message = harmless(failure.message)  # type: ignore[attr-defined]
    if isinstance(failure, StudentRaised):
        if failure.verdict is Verdict.NOT_STARTED:
            return {"verdict": failure.verdict, "message": message}
        if failure.verdict is Verdict.OUT_OF_MEMORY:
            message = f"ran out of the {attempt.student.limits.mebibytes} MiB of memory it has"
        shown = _counterexample(attempt, failure, f"raised {failure.raised.type_name}", "an answer")
        return {"verdict": failure.verdict, "message": message, "counterexample": shown}
    if isinstance(failure, LostError):
        shown = _counterexample(attempt, failure, "no answer", "an answer")
        return {"verdict": failure.verdict, "message": message, "counterexample": shown}
    verdict = Verdict.FORBIDDEN if isinstance(failure, ForbiddenCall) else Verdict.NOT_STARTED
    return {"verdict": verdict, "message": message}


def _counterexample(
    attempt: Attempt, failure: Exception, returned: str, expected: str
) -> Counterexample | None:
    """Give the code that shows a failure, with what came back and what was expected."""
    steps = [
        attempt.student.as_done(step)
        for step in transcript_of(failure)
        if not isinstance(step, Define) or attempt.student.reads(step.name)
    ]
    code = transcript_code(steps, _focus(failure, steps))
    if not code or not (returned or expected):
        return None
    return Counterexample(harmless(code), harmless(returned), harmless(expected))


def _focus(failure: Exception, steps: list[Operation]) -> Focus:
    """Give what the code ends in; what raised under a tape is shown under a tape."""
    if isinstance(failure, CheckFailed):
        return failure.focus
    last = steps[-1] if steps else None
    return Focus(source=last.sources[0]) if isinstance(last, Call) and last.sources else Focus()
