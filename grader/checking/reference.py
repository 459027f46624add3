"""The right answers that checks compare with: from the solutions, or from wherever they are."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

import msgspec
import numpy as np

from grader.checking.failures import StudentRaised
from grader.checking.student import Homework
from grader.checking.subject import (
    Plain,
    Precision,
    Subject,
    argument,
    graded_call,
    unless_raised,
    unpacked,
)
from grader.checking.tolerance import EXACT_DIFFERENCES
from grader.errors import GraderError
from grader.worker.messages import (
    Answer,
    Answers,
    Argument,
    Ask,
    Call,
    Load,
    Operation,
    Raised,
    Result,
    Scan,
    Source,
    Tensor,
    encode,
)
from grader.workers import LostError, Worker


class Oracle(Protocol):
    """Who knows what the reference answers."""

    def answer(self, exercise: str, request: Ask) -> Answers:
        """Give an exercise's right answers to a message."""


class Reference(Subject):
    """The right answers, each remembered."""

    def __init__(self, oracle: Oracle) -> None:
        self.oracle = oracle
        self._memory: dict[tuple[str, bytes], Answers] = {}
        self._forgetful = False
        self._exercise = ""

    def turn_to(self, exercise: str) -> None:
        """Answer for this exercise from now on."""
        self._exercise = exercise

    def exact(self, name: str, *arguments: Plain, sources: tuple[Source, ...] = ()) -> Answer:
        """Call a function that makes no variables, in float64."""
        return self.ask(doubled(graded_call(name, *arguments, sources=sources)))[0]

    def ask(self, *operations: Operation) -> tuple[Answer, ...]:
        """Ask who knows, or remember what it said."""
        request = Ask(operations)
        key = (self._exercise, encode(request))
        answers = self._memory.get(key) or self.oracle.answer(self._exercise, request)
        if not self._forgetful:
            self._memory[key] = answers
        try:
            return unless_raised(answers)
        except StudentRaised as error:
            raise GraderError(
                f"The solution of {self._exercise}: {error.message.splitlines()[0]}."
            ) from None

    @contextmanager
    def forgetting(self) -> Iterator[None]:
        """Remember nothing for a while: inputs met while shrinking seldom come again."""
        self._forgetful = True
        try:
            yield
        finally:
            self._forgetful = False


class ExactReference(Subject):
    """The reference in float64, asked in the student's place, to verify its own gradients."""

    precision = Precision(1e-5, EXACT_DIFFERENCES)

    def __init__(self, reference: Reference) -> None:
        self.transcript: list[Operation] = []
        self._reference = reference

    def ask(self, *operations: Operation) -> tuple[Answer, ...]:
        """Ask the reference with every tensor in float64."""
        return self._reference.ask(
            *(doubled(each) if isinstance(each, Call) else each for each in operations)
        )


def doubled(call: Call) -> Call:
    """Make the tensors of a call float64, also those of a call that is an argument of it."""
    return msgspec.structs.replace(call, arguments=tuple(map(_doubled, call.arguments)))


def _doubled(thing: Argument) -> Argument:
    if isinstance(thing, Tensor):
        return argument(unpacked(thing.array).astype(np.float64))
    return Result(doubled(thing.call)) if isinstance(thing, Result) else thing


class ReferenceSupply(Protocol):
    """Where the reference's worker comes from."""

    def reference(self) -> Worker:
        """Give the worker that the solutions run in."""


class Solutions:
    """The solutions themselves: one worker for all exercises."""

    def __init__(self, supply: ReferenceSupply, solutions: dict[str, Homework]) -> None:
        self._supply = supply
        self._solutions = solutions
        self._loaded = ""

    def answer(self, exercise: str, request: Ask) -> Answers:
        """Ask an exercise's solution; raises GraderError where it cannot answer."""
        worker = self._supply.reference()
        try:
            if self._loaded != exercise:
                self._load(worker, self._solutions[exercise])
                self._loaded = exercise
            answers = worker.ask(request, 30.0)
        except LostError as lost:
            raise GraderError(f"The reference is lost: it {lost.message}.") from None
        assert isinstance(answers, Answers)
        return answers

    def _load(self, worker: Worker, home: Homework) -> None:
        assert home.source is not None
        for step in (Scan(home.path, home.source, home.names, ()), Load(home.path)):
            if isinstance(reply := worker.ask(step, 30.0), Raised):
                raise GraderError(
                    f"The solution of {home.exercise} does not load: {reply.message}."
                )
