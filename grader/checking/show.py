"""Values and calls in the student's terms: six significant digits, and code that can be pasted."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from grader.worker.messages import (
    Argument,
    Array,
    Assign,
    Call,
    Define,
    Graded,
    Listing,
    Mapping,
    NdArray,
    Nothing,
    Number,
    Object,
    Opaque,
    Operation,
    Probe,
    Read,
    Result,
    Tensor,
    Text,
    Value,
)

MOST_SHOWN = 12
PROBE_NAMES = {
    "line": "Line",
    "curve": "Curve",
    "parabola": "Parabola",
    "softmax": "tf.nn.softmax",
    "l2_loss": "tf.nn.l2_loss",
}


def as_array(value: Array) -> NDArray[np.float64]:
    """Give an array message as float64 numbers in its shape."""
    return np.frombuffer(value.data, np.dtype(value.dtype)).astype(np.float64).reshape(value.shape)


def digits(number: float) -> str:
    """Write a number with at most six significant digits."""
    text = f"{number + 0.0:.6g}"
    return text if any(mark in text for mark in ".en") else f"{text}.0"


def nested(array: NDArray[np.float64]) -> str:
    """Write an array as nested lists, shortened where it is long."""
    if array.ndim == 0:
        return digits(float(array))
    parts = [nested(each) for each in array[:MOST_SHOWN]]
    return f"[{', '.join(parts)}{', ...' if len(array) > MOST_SHOWN else ''}]"


def show(value: Value | float | NDArray[np.float64]) -> str:  # noqa: PLR0911
    """Say what a value is, in a few words."""
    if isinstance(value, Array):
        text = nested(as_array(value))
        return text if value.kind != "variable" else f"{text} (a variable)"
    if isinstance(value, Nothing):
        return "None"
    if isinstance(value, Text):
        return f"the string {value.text!r}"
    if isinstance(value, Opaque):
        return f"{value.type_name} {value.note}".strip()
    if isinstance(value, Listing):
        return f"a list of {len(value.items)} entries"
    if isinstance(value, Mapping):
        return f"a dict with {', '.join(map(repr, value.entries)) or 'nothing'}"
    return nested(np.asarray(value, np.float64))


def exactly(array: NDArray[np.generic]) -> str:
    """Write an array so that pasting it gives the same numbers."""
    if array.ndim == 0:
        number = array.item()
        if array.dtype.kind == "f":
            return np.format_float_positional(array[()], unique=True, trim="0")  # type: ignore[arg-type]
        return repr(number)
    return f"[{', '.join(exactly(np.asarray(each)) for each in array)}]"


def argument_code(argument: Argument) -> str:
    """Write one argument as code."""
    if isinstance(argument, Tensor | NdArray):
        stored = argument.array
        array = np.frombuffer(stored.data, np.dtype(stored.dtype)).reshape(stored.shape)
        maker = "tf.constant" if isinstance(argument, Tensor) else "np.array"
        dtype = f", {'tf' if isinstance(argument, Tensor) else 'np'}.{stored.dtype}"
        plain = isinstance(argument, Tensor) and stored.dtype == "float32" and array.size
        return f"{maker}({exactly(array)}{'' if plain else dtype})"
    if isinstance(argument, Number):
        return repr(argument.value)
    if isinstance(argument, Result):
        return call_code(argument.call)
    return target_code(argument)


def target_code(target: Graded | Object | Probe) -> str:
    """Write what is called, or handed over by name."""
    return PROBE_NAMES.get(target.name, target.name) if isinstance(target, Probe) else target.name


def call_code(call: Call) -> str:
    """Write a call as code."""
    return f"{target_code(call.callee)}({', '.join(map(argument_code, call.arguments))})"


def operation_code(operation: Operation) -> list[str]:
    """Write an operation as lines of code."""
    if isinstance(operation, Call):
        code = call_code(operation)
        return [f"{operation.keep} = {code}" if operation.keep else code]
    if isinstance(operation, Assign):
        return [
            f"{operation.owner}.{name}.assign({operation.values[name]!r})"
            for name in operation.values
        ]
    if isinstance(operation, Read):
        return [", ".join(f"{operation.owner}.{name}" for name in operation.names)]
    assert isinstance(operation, Define)
    return [f"{operation.name} = {operation.value!r}  # in case the file still reads this name"]


def transcript_code(operations: Iterable[Operation]) -> str:
    """Write operations in order as code, with what they need from the kit."""
    steps = list(operations)
    lines = [line for each in steps for line in operation_code(each)]
    used = {PROBE_NAMES.get(name, name) for each in steps for name in probes_in(each)}
    if probes := sorted(name for name in used if not name.startswith("tf.")):
        lines.insert(0, f"from grader.worker.probes import {', '.join(probes)}")
    return "\n".join(lines)


def probes_in(operation: Operation) -> list[str]:
    """List the worker's own models and losses that an operation uses."""
    if not isinstance(operation, Call):
        return []
    used = [operation.callee, *operation.arguments]
    inner = [name for each in used if isinstance(each, Result) for name in probes_in(each.call)]
    return [each.name for each in used if isinstance(each, Probe)] + inner
