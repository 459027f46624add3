"""Judging values: every comparison a check makes, refusing shapes and NaN before numbers."""

import difflib

import numpy as np
from numpy.typing import ArrayLike, NDArray

from grader.checking.failures import CheckFailed, StudentRaised
from grader.checking.show import as_array, digits, show
from grader.checking.student import Student
from grader.checking.tolerance import INEQUALITY, Tolerance
from grader.worker.messages import Array, NdArray, Nothing, Opaque, Value

__all__ = ["digits", "show"]


def require(condition: bool, message: str, returned: str = "", expected: str = "") -> None:
    """Fail with this message unless the condition holds."""
    if not condition:
        raise CheckFailed(message, returned, expected)


def require_numeric(value: Value) -> Array:
    """Fail unless a value is made of numbers."""
    if isinstance(value, Array):
        return value
    if isinstance(value, Nothing):
        raise CheckFailed(
            "gives back None: is there a `return`?", "None", "a number or a tensor of numbers"
        )
    extra = f": {value.note}" if isinstance(value, Opaque) and value.note else ""
    raise CheckFailed(
        f"gives back something that is not made of numbers{extra}", show(value), "numbers"
    )


def require_shape(value: Value, shape: tuple[int, ...]) -> None:
    """Fail unless a value is of exactly this shape."""
    array = require_numeric(value)
    if array.kind == "list" and array.shape != shape and len(as_array(array)) == 1:
        raise CheckFailed(
            "gives back a list or tuple: is there a comma after the value?",
            "a list or tuple with one entry",
            f"a tensor of shape {shape}",
        )
    if array.shape != shape:
        raise CheckFailed(
            f"has shape {array.shape} instead of {shape}", f"shape {array.shape}", f"shape {shape}"
        )


def numbers(value: Value, size: int | None = None) -> NDArray[np.float64]:
    """Give a value's numbers as a flat float64 array; fail where there are not that many."""
    array = as_array(require_numeric(value)).reshape(-1)
    if size is not None and array.size != size:
        raise CheckFailed(
            f"gives {array.size} numbers where {size} should be",
            f"shape {value.shape}" if isinstance(value, Array) else "",
            f"{size} numbers",
            about_shape=True,
        )
    return array


def one_number(value: Value) -> float:
    """Give a value's only number; fail on another count, or on NaN."""
    number = float(numbers(value, 1)[0])
    if np.isnan(number):
        raise CheckFailed("is NaN, not a number", "nan", "a number")
    return number


def require_close(
    value: Value,
    expected: ArrayLike,
    tolerance: Tolerance,
    message: str = "gives a different value",
) -> None:
    """Fail unless all numbers agree with the expected ones, compared flattened."""
    wanted = np.asarray(expected, np.float64)
    if isinstance(value, Nothing):
        raise CheckFailed(f"{message}: it is None", "None", show(wanted))
    found = numbers(value, wanted.size)
    if not np.all(np.isfinite(found)) or not tolerance.allows(found, wanted.reshape(-1)):
        shape = value.shape if isinstance(value, Array) else found.shape
        raise CheckFailed(message, show(found.reshape(shape)), show(wanted.reshape(shape)))


def require_same(first: Value, second: Value, tolerance: Tolerance, message: str) -> None:
    """Fail unless two answers of the student agree."""
    a = numbers(first)
    b = numbers(second, a.size)
    require(not np.any(np.isnan([*a, *b])), "is NaN, not a number", "nan", "a number")
    if not np.all(np.abs(a - b) <= tolerance.around(np.maximum(np.abs(a), np.abs(b)))):
        raise CheckFailed(message, f"{show(first)}, then {show(second)}", "the same twice")


def require_at_least(value: float, bound: float, message: str, scale: float = 1.0) -> None:
    """Fail where a number is below a bound, with a tolerance scaled to the inputs."""
    if not value >= bound - INEQUALITY * scale:
        raise CheckFailed(message, digits(value), f"at least {digits(bound)}")


def require_at_most(value: float, bound: float, message: str, scale: float = 1.0) -> None:
    """Fail where a number is above a bound, with a tolerance scaled to the inputs."""
    if not value <= bound + INEQUALITY * scale:
        raise CheckFailed(message, digits(value), f"at most {digits(bound)}")


def require_names(student: Student, *names: str) -> None:
    """Fail unless the file loads and defines these names as callables."""
    defined = student.load()
    for name in names:
        if name not in defined:
            near = difflib.get_close_matches(name, defined, n=1)
            hint = f"; did you mean {name} where it says {near[0]}?" if near else ""
            raise CheckFailed(f"the file defines no {name}{hint}")


def require_unchanged(student: Student, name: str, *arguments: NdArray) -> None:
    """Fail where a call alters an array it was handed; that it takes arrays is not asked."""
    try:
        answer = student.call(name, *arguments)
    except StudentRaised:
        return
    require(
        not answer.changed,
        "changes the array that it was handed",
        f"argument {', '.join(str(place + 1) for place in answer.changed)} altered",
        "arguments left as they were",
    )


def require_dependence(values: list[Value]) -> None:
    """Fail where quite different inputs all give the same answer."""
    arrays = [numbers(each) for each in values]
    require(not np.any(np.isnan(np.concatenate(arrays))), "is NaN, not a number", "nan", "a number")
    same = all(each.shape == arrays[0].shape and np.allclose(each, arrays[0]) for each in arrays)
    require(
        not same, "gives the same answer whatever it is given", show(values[0]), "different answers"
    )
