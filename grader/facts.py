"""What an answer comes to when answers are compared or written down: shapes, numbers, errors."""

import math
import re
from collections.abc import Iterable, Iterator

import numpy as np

from grader.checking.show import as_array
from grader.likeness import Fact
from grader.worker.messages import Answer, Answers, Array, Listing, Mapping, Opaque, Raised, Value

MOST_NUMBERS = 12
SIGNIFICANT = 6
_ADDRESS = re.compile(r"0x[0-9a-f]+")

# Each part of each operation's outcome, as "3.value", "3.value.numbers", "3.gradients.0".
Facts = dict[str, Fact]


def facts_of(replies: Iterable[Answers]) -> Facts:
    """Tell what the operations of one question came to, in order, up to the first that raised."""
    outcomes = [outcome for answers in replies for outcome in answers.outcomes]
    return {
        f"{place}.{part}": fact
        for place, outcome in enumerate(outcomes)
        for part, fact in _of_outcome(outcome)
    }


def _of_outcome(outcome: Answer | Raised) -> Iterator[tuple[str, Fact]]:
    if isinstance(outcome, Raised):
        said = _ADDRESS.sub("0x", outcome.message)
        yield "raised", "out of memory" if outcome.out_of_memory else f"{outcome.type_name}: {said}"
        return
    yield from _of_value("value", outcome.value)
    for index, gradient in enumerate(outcome.gradients):
        yield from _of_value(f"gradients.{index}", gradient)
    yield "changed", " ".join(map(str, outcome.changed))


def _of_value(part: str, value: Value) -> Iterator[tuple[str, Fact]]:
    """Tell of a value: what kind it is, and what is in it, one by one where it holds several."""
    if isinstance(value, Array):
        yield part, "numbers"
        yield f"{part}.kind", value.kind if value.trainable else f"{value.kind}, not trainable"
        yield f"{part}.shape", str(value.shape)
        yield f"{part}.finite", "".join(_finite(each) for each in _few(value))
        yield f"{part}.numbers", _numbers(value)
    elif isinstance(value, Listing):
        yield part, f"list of {len(value.items)}"
        for index, item in enumerate(value.items[:MOST_NUMBERS]):
            yield from _of_value(f"{part}[{index}]", item)
    elif isinstance(value, Mapping):
        yield part, "dict"
        for name, item in value.entries.items():
            yield from _of_value(f"{part}[{name}]", item)
    else:
        yield part, value.type_name if isinstance(value, Opaque) else type(value).__name__


def _few(array: Array) -> list[float]:
    """Give a few numbers, the first and the last among them."""
    flat = as_array(array).reshape(-1)
    if len(flat) > MOST_NUMBERS:
        flat = flat[np.linspace(0, len(flat) - 1, MOST_NUMBERS).round().astype(int)]
    return [float(each) for each in flat]


def _finite(number: float) -> str:
    """Tell numbers from what is none: right answers may differ in all else at an edge."""
    return "." if math.isfinite(number) else str(number)


def _numbers(array: Array) -> tuple[float | str, ...]:
    """Give as many digits as are compared."""
    return tuple(_rounded(each) for each in _few(array))


def _rounded(number: float) -> float | str:
    if not math.isfinite(number):
        return str(number)
    return float(f"{number + 0.0:.{SIGNIFICANT}g}")
