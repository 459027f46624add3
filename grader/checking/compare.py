"""Judging values: every comparison a check makes, refusing shapes and NaN before numbers."""

import difflib

import numpy as np
from numpy.typing import ArrayLike, NDArray

from grader.checking.digits import digits, nested, places_for, side_by_side
from grader.checking.failures import CheckFailed, StudentRaised
from grader.checking.paste import Focus
from grader.checking.show import as_array, show, show_kind
from grader.checking.student import Student
from grader.checking.subject import Plain, unpacked
from grader.checking.tolerance import INEQUALITY, Tolerance
from grader.checking.words import Claims, claims
from grader.worker.messages import Array, NdArray, Nothing, Opaque, Value

__all__ = ["digits", "show"]
FORGOTTEN = "gives back None: is there a `return`?"
# The last call, whatever was read after it.
LAST_CALL = Focus("{}")


def require(
    condition: bool, message: str, returned: str = "", expected: str = "", ending: str = ""
) -> None:
    """Fail with this message unless the condition holds; the code ends as `ending` says."""
    if not condition:
        raise CheckFailed(message, returned, expected, focus=Focus(ending))


def require_numeric(value: Value) -> Array:
    """Fail unless a value is made of numbers."""
    if isinstance(value, Array):
        return value
    if isinstance(value, Nothing):
        raise CheckFailed(FORGOTTEN, "None", "a number or a tensor of numbers")
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
            show_kind(array),
            f"a tensor of shape {shape}",
        )
    if array.shape != shape:
        raise CheckFailed(
            f"has shape {array.shape} instead of {shape}",
            f"{show(array)}, of shape {array.shape}",
            f"shape {shape}",
        )


def numbers(value: Value, size: int | None = None) -> NDArray[np.float64]:
    """Give a value's numbers as a flat float64 array; fail where there are not that many."""
    array = as_array(require_numeric(value)).reshape(-1)
    if size is not None and array.size != size:
        raise CheckFailed(
            f"gives {counted(array.size)} where {size} should be",
            f"{show(value)}, of shape {value.shape}" if isinstance(value, Array) else "",
            counted(size),
            about_shape=True,
        )
    return array


def counted(size: int) -> str:
    """Count numbers in words."""
    return "1 number" if size == 1 else f"{size} numbers"


def one_number(value: Value) -> float:
    """Give a value's only number; fail on another count, or on NaN."""
    number = float(numbers(value, 1)[0])
    if np.isnan(number):
        raise CheckFailed("is NaN, not a number", show(value), "a number")
    return number


def require_close(
    value: Value,
    expected: ArrayLike,
    tolerance: Tolerance,
    message: str = "gives a different value",
    ending: str = "",
    *,
    related: bool = True,
) -> None:
    """Fail unless all numbers agree with the expected ones, compared flattened.

    Words for how they are related are left out where the message is about a relation itself.
    """
    wanted = np.asarray(expected, np.float64)
    if isinstance(value, Nothing):
        raise CheckFailed(f"{message}: it is None", "None", show(wanted), focus=Focus(ending))
    found = numbers(value, wanted.size)
    if np.all(np.isfinite(found)) and tolerance.allows(found, wanted.reshape(-1)):
        return
    shape = value.shape if isinstance(value, Array) else found.shape
    returned, right = side_by_side(found.reshape(shape), wanted.reshape(shape), tolerance)
    words = related_by(found.reshape(shape), wanted.reshape(shape), tolerance) if related else {}
    raise CheckFailed(message, returned, right, claims=words, focus=Focus(ending))


def related_by(
    found: NDArray[np.float64], wanted: NDArray[np.float64], tolerance: Tolerance
) -> Claims:
    """Give the words that may fit between numbers that disagree."""
    with np.errstate(invalid="ignore"):
        beyond = ~(np.abs(found - wanted) <= tolerance.around(wanted))
    return claims(found, wanted, beyond)


def require_count(value: Value, expected: int, message: str) -> None:
    """Fail unless a value is this whole number; it is told without a point."""
    if isinstance(value, Nothing):
        message = "gives back None here: does every way out of the function `return`?"
        raise CheckFailed(message, "None", f"{expected}")
    found = one_number(value)
    require(found == expected, message, f"{found:g}", f"{expected}")


def require_same(first: Value, second: Value, tolerance: Tolerance, message: str) -> None:
    """Fail unless two answers of the student agree."""
    a = numbers(first)
    b = numbers(second, a.size)
    both = (as_array(require_numeric(first)), as_array(require_numeric(second)))
    places = places_for(a, b, tolerance)
    shown = ", then ".join(nested(each, places) for each in both)
    require(not np.any(np.isnan([*a, *b])), "is NaN, not a number", shown, "a number, twice")
    require(bool(np.all(np.isfinite([*a, *b]))), "is not finite", shown, "a finite number, twice")
    if not np.all(np.abs(a - b) <= tolerance.around(np.maximum(np.abs(a), np.abs(b)))):
        related = related_by(b, a, tolerance)
        raise CheckFailed(message, shown, "the same twice", claims=related)


def require_at_least(value: float, bound: float, message: str, scale: float = 1.0) -> None:
    """Fail where a number is below a bound, with a tolerance scaled to the inputs."""
    if not value >= bound - INEQUALITY * scale:
        returned, least = side_by_side(np.asarray(value), np.asarray(bound))
        raise CheckFailed(message, returned, f"at least {least}")


def require_at_most(value: float, bound: float, message: str, scale: float = 1.0) -> None:
    """Fail where a number is above a bound, with a tolerance scaled to the inputs."""
    if not value <= bound + INEQUALITY * scale:
        returned, most = side_by_side(np.asarray(value), np.asarray(bound))
        raise CheckFailed(message, returned, f"at most {most}")


def require_names(student: Student, *names: str) -> None:
    """Fail unless the file loads and defines these names as callables."""
    defined = student.load()
    for name in names:
        if name not in defined:
            near = difflib.get_close_matches(name, defined, n=1)
            hint = f"; did you mean {name} where it says {near[0]}?" if near else ""
            raise CheckFailed(f"the file defines no {name}{hint}")


def require_unchanged(student: Student, name: str, *arguments: Plain) -> None:
    """Fail where a call alters an array it was handed; that it takes arrays is not asked."""
    try:
        answer = student.call(name, *arguments)
    except StudentRaised:
        return
    for place, after in zip(answer.changed, answer.altered, strict=True):
        before = arguments[place]
        assert isinstance(before, NdArray)
        raise CheckFailed(
            "changes the array that it was handed",
            show(after),
            f"{show(unpacked(before.array).astype(np.float64))}, as before the call",
            focus=Focus(argument=place),
        )


def require_dependence(values: list[Value]) -> None:
    """Fail where quite different inputs all give the same answer."""
    arrays = [numbers(each) for each in values]
    shown = ", then ".join(show(each) for each in values)
    require(not np.any(np.isnan(np.concatenate(arrays))), "is NaN, not a number", shown, "a number")
    same = all(each.shape == arrays[0].shape and np.allclose(each, arrays[0]) for each in arrays)
    require(
        not same,
        "gives the same answer whatever it is given",
        f"{show(values[0])} each time",
        "different answers",
    )
