"""Gradients: the student's tape against the reference's, and against central differences."""

import numpy as np
from numpy.typing import ArrayLike

from grader.checking.compare import numbers, require
from grader.checking.failures import CheckFailed
from grader.checking.reference import ExactReference, Reference
from grader.checking.show import show
from grader.checking.student import Student
from grader.checking.tolerance import Tolerance
from grader.worker.messages import Nothing, Value

LOST = "the gradient is None: the tape could not follow the way from the input to the result"


def require_gradient(gradient: Value, expected: ArrayLike, tolerance: Tolerance) -> None:
    """Fail unless a gradient is there, finite and the expected one."""
    wanted = np.asarray(expected, np.float64)
    if isinstance(gradient, Nothing):
        raise CheckFailed(LOST, "a gradient of None", f"a gradient of {show(wanted)}")
    found = numbers(gradient, wanted.size)
    if not np.all(np.isfinite(found)) or not tolerance.allows(found, wanted.reshape(-1)):
        raise CheckFailed(
            "has a different gradient",
            f"a gradient of {show(found)}",
            f"a gradient of {show(wanted)}",
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
    name: str,
    arguments: tuple[np.ndarray, ...],
    source: int,
    tolerance: Tolerance,
) -> None:
    """Fail unless the student's tape gives the reference's gradient for one argument."""
    expected = numbers(reference.exact(name, *arguments, sources=(source,)).gradients[0])
    answer = student.call(name, *arguments, sources=(source,))
    require_gradient(answer.gradients[0], expected, tolerance)


def require_like_differences(
    student: Student | ExactReference,
    name: str,
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
    gradient = student.call(name, *arguments, sources=(source,)).gradients[0]
    point = arguments[source]
    size = point.dtype.type(step)
    moves = (
        [np.full_like(point, size)] if whole else list(np.eye(len(point), dtype=point.dtype) * size)
    )
    moved = [
        tuple(each + sign * move if i == source else each for i, each in enumerate(arguments))
        for move in moves
        for sign in (1, -1)
    ]
    values = [numbers(each) for each in student.values(name, moved)]
    student.transcript = student.transcript[:1]
    slopes = [(up - down) / (2 * step) for up, down in zip(values[::2], values[1::2], strict=True)]
    require_gradient(gradient, np.concatenate(slopes), tolerance)
