"""Who answers a check's questions, asked in plain arrays and numbers."""

from collections.abc import Iterable

import msgspec
import numpy as np

from grader.checking.failures import StudentRaised
from grader.checking.tolerance import DIFFERENCES, Tolerance
from grader.worker.messages import (
    Answer,
    Answers,
    Argument,
    Array,
    Assign,
    Call,
    Graded,
    NdArray,
    Number,
    Numbers,
    Object,
    Operation,
    Probe,
    Raised,
    Read,
    Result,
    Source,
    Tensor,
    Value,
)

Plain = Argument | float | list[float] | np.ndarray


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
    """Make an argument: arrays become tensors, numbers and lists of them stay what they are."""
    if isinstance(thing, np.ndarray):
        return Tensor(packed(thing))
    if isinstance(thing, int | float):
        return Number(thing)
    if isinstance(thing, list):
        return Numbers(tuple(thing))
    return thing


def through(probe: str, *arguments: Plain) -> Result:
    """Make an argument of what one of the worker's own functions gives, inside the same tape."""
    return Result(Call(Probe(probe), tuple(map(argument, arguments))))


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


def unless_raised(answers: Answers) -> tuple[Answer, ...]:
    """Give the answers; raise where the last operation did."""
    outcomes = answers.outcomes
    if outcomes and isinstance(outcomes[-1], Raised):
        raise StudentRaised(outcomes[-1])
    return tuple(each for each in outcomes if isinstance(each, Answer))
