"""Gradients: the student's tape against the reference's, and against central differences."""

from collections.abc import Callable

import msgspec
import numpy as np
from numpy.typing import ArrayLike

from grader.checking.compare import numbers, require
from grader.checking.failures import CheckFailed
from grader.checking.reference import ExactReference, Reference, doubled
from grader.checking.show import show
from grader.checking.student import Student
from grader.checking.subject import graded_call
from grader.checking.tolerance import Tolerance
from grader.worker.messages import Array, Call, Nothing, Value

# What is differentiated: a graded function by its name, or how its arguments make a call.
Form = str | Callable[..., Call]
LOST = "the gradient is None: the tape could not follow the way from the input to the result"


def require_gradient(gradient: Value, expected: ArrayLike, tolerance: Tolerance) -> None:
    """Fail unless a gradient is there, finite and the expected one."""
    wanted = np.asarray(expected, np.float64)
    if isinstance(gradient, Nothing):
        raise CheckFailed(LOST, "a gradient of None", f"a gradient of {show(wanted)}")
    found = numbers(gradient, wanted.size)
    if not np.all(np.isfinite(found)) or not tolerance.allows(found, wanted.reshape(-1)):
        shape = found.shape
        if isinstance(gradient, Array) and len(gradient.shape) > 1:
            shape = gradient.shape
        raise CheckFailed(
            "has a different gradient",
            f"a gradient of {show(found.reshape(shape))}",
            f"a gradient of {show(wanted.reshape(shape))}",
        )


def require_finite(gradient: Value) -> None:
    """Fail unless a gradient is there and finite."""
    if isinstance(gradient, Nothing):
        raise CheckFailed(LOST, "a gradient of None", "a finite gradient")
    found = numbers(gradient)
    require(
        bool(np.all(np.isfinite(found))),
        "has a gradient that is not finite",
        f"a gradient of {show(found)}",
        "a finite gradient",
    )


def require_like_reference(
    student: Student,
    reference: Reference,
    form: Form,
    arguments: tuple[np.ndarray, ...],
    source: int,
    tolerance: Tolerance,
) -> None:
    """Fail unless the student's tape gives the reference's gradient for one argument."""
    asked = differentiated(form, arguments, source)
    expected = numbers(reference.ask(doubled(asked))[0].gradients[0])
    require_gradient(student.ask(asked)[0].gradients[0], expected, tolerance)


def differentiated(form: Form, arguments: tuple[np.ndarray, ...], source: int) -> Call:
    """Make the call that asks the gradient for one argument."""
    return msgspec.structs.replace(call_of(form, arguments), sources=(source,))


def call_of(form: Form, arguments: tuple[np.ndarray, ...]) -> Call:
    """Make the call of a form with these arguments."""
    return graded_call(form, *arguments) if isinstance(form, str) else form(*arguments)


def require_like_differences(
    student: Student | ExactReference,
    form: Form,
    arguments: tuple[np.ndarray, ...],
    source: int,
    *,
    whole: bool = False,
) -> None:
    """Fail unless the tape's gradient agrees with central differences of the student's own values.

    At smooth interior points, in float32 with a step of 1e-2 (finer for a float64 side). An
    elementwise function (`whole`) is stepped in all entries at once.
    """
    step, tolerance = student.precision.step, student.precision.tolerance
    if isinstance(student, ExactReference):
        arguments = tuple(each.astype(np.float64) for each in arguments)
    gradient = student.ask(differentiated(form, arguments, source))[0].gradients[0]
    point = arguments[source]
    size = point.dtype.type(step)
    each_alone = np.eye(point.size, dtype=point.dtype).reshape(-1, *point.shape) * size
    moves = [np.full_like(point, size)] if whole else list(each_alone)
    moved = [
        tuple(each + sign * move if i == source else each for i, each in enumerate(arguments))
        for move in moves
        for sign in (1, -1)
    ]
    values = [numbers(each.value) for each in student.ask(*(call_of(form, m) for m in moved))]
    student.transcript = student.transcript[:1]
    slopes = [(up - down) / (2 * step) for up, down in zip(values[::2], values[1::2], strict=True)]
    require_gradient(gradient, np.concatenate(slopes), tolerance)
