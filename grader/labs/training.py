"""Training a student's model with the student's step: one epoch after another, watched."""

import math
from collections.abc import Callable, Iterator

import msgspec
import numpy as np
from numpy.typing import NDArray

from grader.checking.compare import numbers
from grader.checking.failures import CheckFailed, StudentRaised
from grader.errors import StoppedError
from grader.labs.pieces import Pieces, said
from grader.worker.messages import Answer, Assign, Call, Operation, Read, Value
from grader.workers import LostError

Numbers = dict[str, float]
MODEL = "model"
LOSS = "loss"
# The number of the epoch, as a series.
NUMBER = "epoch"


class Epoch(msgspec.Struct, frozen=True):
    """The parameters and the loss of one epoch, as they are before its update."""

    number: int
    values: Numbers


Watch = Callable[[Epoch], None]


class Training(msgspec.Struct, frozen=True):
    """How one model is made, its loss asked and its step taken; it is kept as `model`."""

    make: tuple[Operation, ...]
    start: Numbers
    loss: Call
    step: Call


class History(msgspec.Struct, frozen=True):
    """All epochs of a training, and what it came to: one more than was trained."""

    epochs: tuple[Epoch, ...]

    @property
    def last(self) -> Epoch:
        """The state after the last update."""
        return self.epochs[-1]

    @property
    def diverged(self) -> bool:
        """Whether the loss ended above where it began, or left the numbers."""
        first, last = self.epochs[0].values[LOSS], self.last.values[LOSS]
        return not math.isfinite(last) or last > first

    @property
    def boundary(self) -> float | None:
        """The input that W and b give the probability one half; there is none without a W."""
        W, b = self.last.values["W"], self.last.values.get("b", 0.0)  # noqa: N806
        return -b / W if W and math.isfinite(b / W) else None

    def series(self, name: str) -> NDArray[np.float64]:
        """Give a parameter, the loss or the epoch's own number, by epoch."""
        found = [each.number if name == NUMBER else each.values[name] for each in self.epochs]
        return np.asarray(found, np.float64)


def train(pieces: Pieces, training: Training, count: int, watch: Watch) -> History:
    """Train for so many epochs; `watch` sees each as it happens. Stops at a loss that is none."""
    epochs = []
    for epoch in _epochs(pieces, training, count):
        epochs.append(epoch)
        if epoch.number < count:
            watch(epoch)
        if not math.isfinite(epoch.values[LOSS]):
            break
    return History(tuple(epochs))


def _epochs(pieces: Pieces, training: Training, count: int) -> Iterator[Epoch]:
    names = tuple(training.start)
    ask(pieces, *training.make, Assign(MODEL, training.start))
    for number in range(count + 1):
        step = (training.step,) if number < count else ()
        read, loss, *_ = ask(pieces, Read(MODEL, names), training.loss, *step)
        found = [number_of(each) for each in (*read.gradients, loss.value)]
        yield Epoch(number, dict(zip((*names, LOSS), found, strict=True)))


def ask(pieces: Pieces, *operations: Operation) -> tuple[Answer, ...]:
    """Ask the student's pieces; raises StoppedError where they raise or end instead."""
    try:
        return pieces.ask(*operations)
    except StudentRaised as error:
        raise StoppedError(f"Your code raised an exception: {said(error)}.") from None
    except LostError as lost:
        raise StoppedError(f"Your code {lost.message}.") from None


def array_of(value: Value, size: int | None = None) -> NDArray[np.float64]:
    """Give a value's numbers; raises StoppedError where it has none, or not that many."""
    try:
        return numbers(value, size)
    except CheckFailed as failure:
        raise StoppedError(f"One of your functions {failure.message}.") from None


def number_of(value: Value) -> float:
    """Give a value's only number."""
    return float(array_of(value, 1)[0])
