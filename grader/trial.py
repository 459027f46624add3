"""A check's body, tried on one example after another."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from grader.bank import Example, is_property
from grader.checking.failures import CheckFailed, ForbiddenCall, NotStarted, StudentRaised
from grader.checking.reference import Reference
from grader.checking.student import Student
from grader.worker.messages import Operation
from grader.workers import LostError

FAILURES = (CheckFailed, StudentRaised, ForbiddenCall, NotStarted, LostError)
# Explaining takes a twelfth of this; a submission whose every call is slow is told what came first.
EXPLAINING_SECONDS = 10.0
# Shrinking leaves some of it, so that an example can be told again: it may be by chance.
SHRINKING_SECONDS = 5.0


class Explaining:
    """What is asked only to explain a failure: it costs an exercise none of its own time.

    Whoever is slow and wrong is told what is wrong, not that time ran out. It takes only so much
    of ours.
    """

    def __init__(self, student: Student, reference: Reference) -> None:
        self.student = student
        self.reference = reference
        self.seconds = 0.0

    @property
    def spent(self) -> bool:
        """Whether the time for it is over."""
        return self.seconds > EXPLAINING_SECONDS

    @property
    def enough(self) -> bool:
        """Whether no smaller example is looked for any more."""
        return self.seconds > SHRINKING_SECONDS

    def give_up(self) -> None:
        """End it before its time."""
        self.seconds = float("inf")

    @contextmanager
    def off_the_clock(self) -> Iterator[None]:
        """Let what is asked meanwhile cost the exercise nothing, and be forgotten."""
        before = self.student.used
        try:
            with self.reference.forgetting():
                yield
        finally:
            self.seconds += self.student.used - before
            self.student.used = before


class Trial:
    """Runs a body on examples, and remembers every check that failed."""

    def __init__(self, function: Callable[..., Any], explaining: Explaining) -> None:
        self.student = explaining.student
        self.explaining = explaining
        self.failed: list[CheckFailed] = []
        self.drawn = is_property(function)
        inner = function.hypothesis.inner_test if self.drawn else function  # type: ignore[attr-defined]
        self._body: Callable[..., Any] = inner
        wanted = inner.__code__.co_varnames[: inner.__code__.co_argcount]
        subjects = {"student": explaining.student, "reference": explaining.reference}
        self._subjects = {name: subjects[name] for name in wanted if name in subjects}

    def on(self, example: Example) -> Exception | None:
        """Run the body once; a failure takes its example and its own calls along."""
        self.student.begin()
        try:
            self._body(**self._subjects, **example)
        except FAILURES as failure:
            failure.example = example  # type: ignore[union-attr]
            failure.transcript = tuple(self.student.transcript)  # type: ignore[union-attr]
            failure.answers = tuple(self.student.answered)  # type: ignore[union-attr]
            if isinstance(failure, CheckFailed):
                self.failed.append(failure)
            return failure
        return None

    def aside(self, example: Example) -> Exception | None:
        """Run the body to explain a failure; once the time for that is over, nothing fails."""
        if self.explaining.spent:
            return None
        with self.explaining.off_the_clock():
            return self.on(example)

    def smaller(self, example: Example) -> Exception | None:
        """Run the body on what may be a smaller example, or on one more that may fail alike."""
        return None if self.explaining.enough else self.aside(example)

    def afresh(self, example: Example) -> Exception | None:
        """Run the body to explain a failure, on the file run anew."""
        try:
            with self.explaining.off_the_clock():
                self.student.reload()
        except FAILURES:
            self.explaining.give_up()
        return self.aside(example)


def transcript_of(failure: Exception) -> tuple[Operation, ...]:
    """Give the calls that a failure took along."""
    return getattr(failure, "transcript", ())
