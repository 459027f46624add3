"""The student's side of an exercise: its file in a worker, a transcript and a clock."""

import math
import re
from typing import Protocol

import msgspec

from grader.checking.failures import ForbiddenCall, NotStarted, StudentRaised
from grader.checking.subject import Subject, unless_raised
from grader.limits import Limits
from grader.verdict import Verdict
from grader.worker import clock
from grader.worker.messages import (
    Answer,
    Answers,
    Array,
    Ask,
    Assign,
    Load,
    Loaded,
    Operation,
    Raised,
    Read,
    Reply,
    Request,
    Scan,
    Scanned,
)
from grader.workers import LostError, Output, Worker


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


class Student(Subject):
    """The student's side of one exercise, in a worker of its own."""

    def __init__(self, homework: Homework, workers: Workers, limits: Limits, left: float) -> None:
        self.homework = homework
        self.transcript: list[Operation] = []
        # What was asked since the file was run anew, and whether it keeps something between calls.
        self.story: list[Operation] | None = None
        self.remembers = False
        # What was answered since the transcript began, and the shapes of variables read so far.
        self.answered: list[Answers] = []
        self.shapes: dict[str, tuple[int, ...]] = {}
        self.load_seconds = 0.0
        self.losses = 0
        self.names: tuple[str, ...] = ()
        self.used = 0.0
        self._printed: Output | None = None
        self._workers = workers
        self.limits = limits
        self._left = min(left, limits.exercise_seconds)
        own = left >= limits.exercise_seconds
        most = limits.exercise_seconds if own else limits.submission_seconds
        what = "an exercise" if own else "a submission"
        self._all_used = f"used up the {most:g} seconds that {what} has"
        self._worker: Worker | None = None
        self._loaded = False

    def begin(self) -> None:
        """Begin a new transcript."""
        self.transcript, self.answered = [], []

    def reload(self) -> None:
        """Run the file anew, so that nothing is left of earlier calls, and begin a story."""
        self.story = []
        self._send(Load(self.homework.path))

    def reads(self, name: str) -> bool:
        """Tell whether the file may read a name that it does not give a value itself."""
        source = (self.homework.source or b"").decode("utf-8", errors="replace")
        given = re.search(rf"^{name}\s*[:=]", source, re.MULTILINE)
        return bool(re.search(rf"\b{name}\b", source)) and not given

    def load(self) -> tuple[str, ...]:
        """Read and run the file; gives the callable names that it defines."""
        if self._loaded:
            return self.names
        self.names = self._load(self.homework)
        self._loaded = True
        return self.names

    def _load(self, home: Homework, *, beside: bool = False) -> tuple[str, ...]:
        if home.refused:
            raise StudentRaised(Raised("FileError", f"{home.path} was not read: {home.refused}"))
        if home.source is None:
            raise NotStarted(f"there is no file {home.path}")
        scanned = self._scan(Scan(home.path, home.source, home.names, home.forbidden))
        if scanned.findings:
            raise ForbiddenCall(scanned.findings[0].call, scanned.findings[0].line)
        before = self.used
        loaded = self._send(Load(home.path, beside))
        self.load_seconds = self.used - before
        assert isinstance(loaded, Loaded)
        return loaded.names

    def ask(self, *operations: Operation) -> tuple[Answer, ...]:
        """Ask the student's code, within its time."""
        return unless_raised(self.answers(*operations))

    def answers(self, *operations: Operation) -> Answers:
        """Ask, and give what came of each operation; the last may have raised."""
        self.load()
        self.transcript += operations
        answers = self._send(Ask(operations))
        assert isinstance(answers, Answers)
        del self.transcript[len(self.transcript) - len(operations) + len(answers.outcomes) :]
        if self.story is not None:
            self.story += operations
        self.answered.append(answers)
        for operation, outcome in zip(operations, answers.outcomes, strict=False):
            if isinstance(operation, Read) and isinstance(outcome, Answer):
                self._note_shapes(operation, outcome)
        return answers

    def _note_shapes(self, read: Read, answer: Answer) -> None:
        for name, value in zip(read.names, answer.gradients, strict=False):
            if isinstance(value, Array):
                self.shapes[name] = value.shape

    def as_done(self, operation: Operation) -> Operation:
        """Give an operation as a prompt can do it: variables of several numbers get several."""
        if not isinstance(operation, Assign):
            return operation
        several = {
            name: (number,) * math.prod(self.shapes[name])
            for name, number in operation.values.items()
            if self.shapes.get(name)
        }
        values = {each: new for each, new in operation.values.items() if each not in several}
        return Assign(operation.owner, values, several | operation.several)

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
        left, most = self._left - self.used, self.limits.call_seconds
        if left <= 0:
            raise self._lose(LostError(Verdict.TIMED_OUT, self._all_used))
        late = "" if most <= left else self._all_used
        begun = clock.now()
        try:
            reply = self._worker.ask(request, min(left, most), late)
        except LostError as lost:
            raise self._lose(lost) from None
        finally:
            self.used += clock.now() - begun
        if isinstance(reply, Raised):
            raise StudentRaised(reply)
        return reply

    def _lose(self, lost: LostError) -> LostError:
        self.losses += 1
        self.close(lost=True)
        return lost
