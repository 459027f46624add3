"""Who answers a check's questions: the student's code, or the reference.

Both are asked in the same words. The student's side keeps a transcript, from which the
counterexample is shown, and a clock; the reference remembers its answers.
"""

import time
from collections.abc import Iterable
from typing import Protocol

import msgspec
import numpy as np

from grader.checking.failures import ForbiddenCall, NotStarted, StudentRaised
from grader.checking.tolerance import DIFFERENCES, EXACT_DIFFERENCES, Tolerance
from grader.errors import GraderError
from grader.limits import Limits
from grader.verdict import Verdict
from grader.worker.messages import (
    Answer,
    Answers,
    Argument,
    Array,
    Ask,
    Assign,
    Call,
    Graded,
    Load,
    Loaded,
    NdArray,
    Number,
    Object,
    Operation,
    Probe,
    Raised,
    Read,
    Reply,
    Request,
    Result,
    Scan,
    Scanned,
    Source,
    Tensor,
    Value,
    encode,
)
from grader.workers import LostError, Output, Worker

Plain = Argument | float | np.ndarray


class Homework(msgspec.Struct, frozen=True):
    """One exercise's file as a side brings it."""

    exercise: str
    path: str
    names: tuple[str, ...]
    source: bytes | None
    refused: str = ""
    forbidden: tuple[str, ...] = ()


class Workers(Protocol):
    """Where a subject gets its workers from."""

    @property
    def shared(self) -> bool:
        """Whether one worker serves all exercises of a submission."""

    def take(self) -> Worker:
        """Give a fresh worker."""

    def release(self, worker: Worker, *, lost: bool = False) -> None:
        """Take a worker back, to end it."""

    def scanned(self, path: str) -> Reply | None:
        """Give what a scan of this file found before any other file ran in its worker."""


def packed(array: np.ndarray) -> Array:
    """Make a message of an array."""
    return Array("ndarray", array.dtype.name, array.shape, array.tobytes())


def unpacked(array: Array) -> np.ndarray:
    """Give the array of a message."""
    return np.frombuffer(array.data, np.dtype(array.dtype)).reshape(array.shape)


def ndarray(array: np.ndarray) -> NdArray:
    """Mark an argument to be handed over as a NumPy array, not as a tensor."""
    return NdArray(packed(array))


def argument(thing: Plain) -> Argument:
    """Make an argument: arrays become tensors, numbers stay numbers."""
    if isinstance(thing, np.ndarray):
        return Tensor(packed(thing))
    if isinstance(thing, int | float):
        return Number(thing)
    return thing


def graded_call(
    name: str, *arguments: Plain, sources: tuple[Source, ...] = (), keep: str = ""
) -> Call:
    """Make a call of a graded name."""
    return Call(Graded(name), tuple(map(argument, arguments)), keep, sources)


class Precision(msgspec.Struct, frozen=True):
    """How finely a side's values can be differenced."""

    step: float
    tolerance: Tolerance


class Subject:
    """Asks one side; every method takes and gives plain arrays and numbers."""

    precision = Precision(1e-2, DIFFERENCES)

    def ask(self, *operations: Operation) -> tuple[Answer, ...]:
        """Do operations in order; raises where one of them raises."""
        raise NotImplementedError

    def call(
        self, name: str, *arguments: Plain, sources: tuple[Source, ...] = (), keep: str = ""
    ) -> Answer:
        """Call a graded function or class, or make and keep an object."""
        return self.ask(graded_call(name, *arguments, sources=sources, keep=keep))[0]

    def values(self, name: str, argument_lists: Iterable[tuple[Plain, ...]]) -> list[Value]:
        """Call a graded function on many inputs, in one message."""
        asked = self.ask(*(graded_call(name, *each) for each in argument_lists))
        return [each.value for each in asked]

    def apply(self, owner: str, *arguments: Plain, sources: tuple[Source, ...] = ()) -> Answer:
        """Call an object that was kept."""
        made = tuple(map(argument, arguments))
        return self.ask(Call(Object(owner), made, sources=sources))[0]

    def assign(self, owner: str, **values: float) -> None:
        """Set variables of a kept object, whatever their shape."""
        self.ask(Assign(owner, values))

    def read(self, owner: str, *names: str) -> tuple[Value, ...]:
        """Read attributes of a kept object."""
        return self.ask(Read(owner, names))[0].gradients


class Student(Subject):
    """The student's side of one exercise, in a worker of its own."""

    def __init__(self, homework: Homework, workers: Workers, limits: Limits, left: float) -> None:
        self.homework = homework
        self.transcript: list[Operation] = []
        self.losses = 0
        self.names: tuple[str, ...] = ()
        self.used = 0.0
        self._printed: Output | None = None
        self._workers = workers
        self._limits = limits
        self._left = min(left, limits.exercise_seconds)
        self._worker: Worker | None = None
        self._loaded = False

    def begin(self) -> None:
        """Begin a new transcript."""
        self.transcript = []

    def load(self) -> tuple[str, ...]:
        """Read and run the file; gives the callable names that it defines."""
        if self._loaded:
            return self.names
        home = self.homework
        if home.refused:
            raise StudentRaised(Raised("FileError", f"{home.path} was not read: {home.refused}"))
        if home.source is None:
            raise NotStarted(f"there is no file {home.path}")
        scanned = self._scan(Scan(home.path, home.source, home.names, home.forbidden))
        if scanned.findings:
            raise ForbiddenCall(scanned.findings[0].call, scanned.findings[0].line)
        loaded = self._send(Load(home.path))
        assert isinstance(loaded, Loaded)
        self.names = loaded.names
        self._loaded = True
        return self.names

    def ask(self, *operations: Operation) -> tuple[Answer, ...]:
        """Ask the student's code, within its time."""
        self.load()
        self.transcript += operations
        answers = self._send(Ask(operations))
        assert isinstance(answers, Answers)
        return unless_raised(answers)

    def _scan(self, request: Scan) -> Scanned:
        if self._worker is None:
            self._worker = self._workers.take()
        reply = self._workers.scanned(request.path) or self._send(request)
        if isinstance(reply, Raised):
            raise StudentRaised(reply)
        assert isinstance(reply, Scanned)
        return reply

    def close(self, *, lost: bool = False) -> None:
        """Give the worker back and keep what it printed."""
        if self._worker:
            self._workers.release(self._worker, lost=lost)
            self._printed = self._worker.output
            self._worker = None
        self._loaded = False

    def output(self) -> str:
        """Give what the code printed, in the worker that was closed last."""
        return self._printed.text() if self._printed else ""

    def _send(self, request: Request) -> Reply:
        if self._worker is None:
            self._worker = self._workers.take()
        seconds = min(self._limits.call_seconds, self._left - self.used)
        if seconds <= 0:
            raise self._lose(LostError(Verdict.TIMED_OUT, "used up the time for an exercise"))
        begun = time.monotonic()
        try:
            reply = self._worker.ask(request, seconds)
        except LostError as lost:
            raise self._lose(lost) from None
        finally:
            self.used += time.monotonic() - begun
        if isinstance(reply, Raised):
            raise StudentRaised(reply)
        if not _answers(reply, request):
            raise self._lose(LostError(Verdict.CRASHED, "gave an answer that was not asked for"))
        return reply

    def _lose(self, lost: LostError) -> LostError:
        self.losses += 1
        self.close(lost=True)
        return lost


def _answers(reply: Reply, request: Request) -> bool:
    expected = Scanned if isinstance(request, Scan) else Loaded
    return isinstance(reply, Answers if isinstance(request, Ask) else expected)


def unless_raised(answers: Answers) -> tuple[Answer, ...]:
    """Give the answers; raise where the last operation did."""
    outcomes = answers.outcomes
    if outcomes and isinstance(outcomes[-1], Raised):
        raise StudentRaised(outcomes[-1])
    return tuple(each for each in outcomes if isinstance(each, Answer))


class Reference(Subject):
    """The solutions' side: one worker for all exercises, every answer remembered."""

    def __init__(self, supply: "ReferenceSupply", solutions: dict[str, Homework]) -> None:
        self._supply = supply
        self._solutions = solutions
        self._memory: dict[tuple[str, bytes], Answers] = {}
        self._loaded = ""
        self._exercise = ""

    def turn_to(self, exercise: str) -> None:
        """Answer for this exercise from now on."""
        self._exercise = exercise

    def exact(self, name: str, *arguments: Plain, sources: tuple[Source, ...] = ()) -> Answer:
        """Call a function that makes no variables, in float64."""
        doubled = (
            each.astype(np.float64) if isinstance(each, np.ndarray) else each for each in arguments
        )
        return self.call(name, *doubled, sources=sources)

    def ask(self, *operations: Operation) -> tuple[Answer, ...]:
        """Ask the solution, or remember what it said."""
        request = Ask(operations)
        key = (self._exercise, encode(request))
        if key not in self._memory:
            self._memory[key] = self._fetch(request)
        try:
            return unless_raised(self._memory[key])
        except StudentRaised as error:
            raise GraderError(f"The solution of {self._exercise}: {error.message}.") from None

    def _fetch(self, request: Ask) -> Answers:
        worker = self._supply.reference()
        try:
            if self._loaded != self._exercise:
                home = self._solutions[self._exercise]
                assert home.source is not None
                for step in (Scan(home.path, home.source, home.names, ()), Load(home.path)):
                    if isinstance(reply := worker.ask(step, 30.0), Raised):
                        raise GraderError(
                            f"The solution of {self._exercise} does not load: {reply.message}."
                        )
                self._loaded = self._exercise
            answers = worker.ask(request, 30.0)
        except LostError as lost:
            raise GraderError(f"The reference is lost: it {lost.message}.") from None
        assert isinstance(answers, Answers)
        return answers


class ExactReference(Subject):
    """The reference in float64, asked in the student's place, to verify its own gradients."""

    precision = Precision(1e-5, EXACT_DIFFERENCES)

    def __init__(self, reference: Reference) -> None:
        self.transcript: list[Operation] = []
        self._reference = reference

    def ask(self, *operations: Operation) -> tuple[Answer, ...]:
        """Ask the reference with every tensor in float64."""
        return self._reference.ask(*(_doubled(each) for each in operations))


def _doubled(operation: Operation) -> Operation:
    if not isinstance(operation, Call):
        return operation
    arguments = tuple(
        argument(unpacked(each.array).astype(np.float64)) if isinstance(each, Tensor) else each
        for each in operation.arguments
    )
    return msgspec.structs.replace(operation, arguments=arguments)


class ReferenceSupply(Protocol):
    """Where the reference's worker comes from."""

    def reference(self) -> Worker:
        """Give the worker that the solutions run in."""


__all__ = [
    "Argument",
    "Graded",
    "Homework",
    "Object",
    "Probe",
    "Reference",
    "Result",
    "Student",
    "Subject",
    "argument",
    "graded_call",
    "ndarray",
    "packed",
]
