"""A message and the numbers in it apart, so that one is found again that differs by rounding.

Some checks compute what they send, and the last digit of a product depends on the processor.
"""

from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from grader.worker.messages import Ask

# Single precision keeps seven digits. Inputs lie on a grid that is coarser by far.
ROUNDING, NOTHING = 1e-5, 1e-6


class Outline:
    """A message without its numbers, and its numbers in order."""

    def __init__(self, request: Ask) -> None:
        found: list[NDArray[np.float64]] = [np.zeros(0)]
        plain = msgspec.to_builtins(request, builtin_types=(bytes,))
        self.text = msgspec.msgpack.encode(_without_numbers(plain, found))
        self.numbers = np.concatenate(found)

    def distance(self, other: "Outline") -> float:
        """Measure how far the numbers of a message alike are, in roundings: 0 equal, 1 too far."""
        allowed = NOTHING + ROUNDING * np.abs(self.numbers)
        return float(np.max(np.abs(self.numbers - other.numbers) / allowed, initial=0.0))


def _without_numbers(thing: Any, found: list[NDArray[np.float64]]) -> Any:
    """Take numbers that may be rounded out of a message's parts; whole numbers stay."""
    if isinstance(thing, float):
        found.append(np.asarray([thing]))
        return 0.0
    if isinstance(thing, list | tuple):
        return [_without_numbers(each, found) for each in thing]
    if not isinstance(thing, dict):
        return thing
    if thing.get("type") == "array":
        found.append(np.frombuffer(thing["data"], np.dtype(thing["dtype"])).astype(np.float64))
        return {**thing, "data": b""}
    return {name: _without_numbers(each, found) for name, each in thing.items()}
