"""Gradients: the student's tape against the reference's, and against central differences."""

from collections.abc import Callable

import msgspec
import numpy as np
from numpy.typing import ArrayLike

from grader.checking.compare import numbers, related_by, require
from grader.checking.digits import side_by_side
from grader.checking.failures import CheckFailed
from grader.checking.paste import Focus
from grader.checking.reference import ExactReference, Reference, doubled
from grader.checking.show import show, show_kind
from grader.checking.student import Student
from grader.checking.subject import graded_call
from grader.checking.tolerance import Tolerance
from grader.worker.messages import Answer, Array, Call, Nothing, Source, Value

# What is differentiated: a graded function by its name, or how its arguments make a call.
Form = str | Callable[..., Call]
LOST = (
    "the gradient is None: the tape found no way from there to the result; "
    "is it used, without NumPy, `.numpy()`, `float()` or a new variable on the way?"
)
PLAIN = (
    "gives back no tensor, so there is no gradient: "
    "is there NumPy, `.numpy()` or `float()` on the way?"
)


def require_gradient(
    answer: Answer, expected: ArrayLike, tolerance: Tolerance, source: Source, place: int = 0
) -> None:
    """Fail unless an answer's gradient at a place is there, finite and the expected one.

    The source is what it was asked for, which the counterexample asks for, too.
    """
    wanted = np.asarray(expected, np.float64)
    gradient = answer.gradients[place]
    _require_there(answer, gradient, f"a gradient of {show(wanted)}", source)
    found = numbers(gradient, wanted.size)
    if np.all(np.isfinite(found)) and tolerance.allows(found, wanted.reshape(-1)):
        return
    # Shown as it came, or flat where it is a number and the expected one is not.
    shape = found.shape
    if isinstance(gradient, Array) and len(gradient.shape) != 1:
        shape = gradient.shape
    found, wanted = found.reshape(shape), wanted.reshape(shape)
    returned, right = side_by_side(found, wanted, tolerance)
    raise CheckFailed(
        "has a different gradient",
        f"a gradient of {returned}",
        f"a gradient of {right}",
        claims=related_by(found, wanted, tolerance),
        focus=Focus(source=source),
    )


def _require_there(answer: Answer, gradient: Value, expected: str, source: Source) -> None:
    if not isinstance(gradient, Nothing):
        return
    value = answer.value
    if isinstance(value, Array) and value.kind not in ("tensor", "variable"):
        raise CheckFailed(PLAIN, show_kind(value), f"a tensor, with {expected}")
    raise CheckFailed(LOST, "a gradient of None", expected, focus=Focus(source=source))


def require_finite(answer: Answer, source: Source) -> None:
    """Fail unless an answer's gradient is there and finite."""
    gradient = answer.gradients[0]
    _require_there(answer, gradient, "a finite gradient", source)
    if not np.all(np.isfinite(numbers(gradient))):
        raise CheckFailed(
            "has a gradient that is not finite",
            f"a gradient of {show(gradient)}",
            "a finite gradient",
            focus=Focus(source=source),
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
    require_gradient(student.ask(asked)[0], expected, tolerance, source)


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
    answer = student.ask(differentiated(form, arguments, source))[0]
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
    slope = np.concatenate(slopes)
    finite = bool(np.all(np.isfinite(slope)))
    require(finite, "is not finite here or close by", show(answer.value), "a finite number")
    require_gradient(answer, slope, tolerance, source)
