"""Values in the student's terms."""

import numpy as np
from numpy.typing import NDArray

from grader.checking.digits import ALONE, nested
from grader.worker.messages import Array, Listing, Mapping, Nothing, Opaque, Text, Value

KINDS = {
    "tensor": "a tensor",
    "variable": "a variable",
    "ndarray": "a NumPy value",
    "number": "a plain number",
    "list": "a list or tuple",
}


def as_array(value: Array) -> NDArray[np.float64]:
    """Give an array message as float64 numbers in its shape."""
    return np.frombuffer(value.data, np.dtype(value.dtype)).astype(np.float64).reshape(value.shape)


def show(value: Value | float | NDArray[np.float64], places: int = ALONE) -> str:  # noqa: PLR0911
    """Say what a value is, in a few words."""
    if isinstance(value, Array):
        return nested(as_array(value), places)
    if isinstance(value, Nothing):
        return "None"
    if isinstance(value, Text):
        return f"the string {value.text!r}"
    if isinstance(value, Opaque):
        return f"{value.type_name} {value.note}".strip()
    if isinstance(value, Listing):
        return f"a list of {len(value.items)} entries" if value.items else "[]"
    if isinstance(value, Mapping):
        return f"a dict with {', '.join(map(repr, value.entries)) or 'nothing'}"
    return nested(np.asarray(value, np.float64), places)


def show_kind(value: Value) -> str:
    """Say what a value is, and of which kind."""
    return f"{show(value)}, {KINDS[value.kind]}" if isinstance(value, Array) else show(value)
