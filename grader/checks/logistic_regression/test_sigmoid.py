"""Checks of sigmoid."""

import numpy as np
from hypothesis import given

from grader.checking import (
    Reference,
    Rung,
    Student,
    batches,
    check,
    compare,
    float_arrays,
    gradients,
)
from grader.checking.tolerance import INEQUALITY, PROBABILITY, Tolerance

NAME = "sigmoid"
FEW = np.asarray([-2.0, 0.0, 1.0], np.float32)
# The slope is at most 1/4; forms through exp and tanh differ by 1e-7.
SLOPE = Tolerance(0.0, 2e-5)


@check(Rung.LOADS, 0)
def test_loads(student: Student) -> None:
    """the file loads and defines sigmoid"""
    compare.require_names(student, NAME)


@check(Rung.RUNS, 0)
def test_runs(student: Student) -> None:
    """runs on a short vector"""
    student.call(NAME, FEW)


@check(Rung.TYPE, 0)
def test_returns_numbers(student: Student) -> None:
    """gives back numbers that depend on what it is given"""
    compare.require_numeric(student.call(NAME, FEW).value)
    student.begin()
    compare.require_dependence(student.values(NAME, [(FEW,), (FEW + 1,), (FEW * 3 + 2,)]))


@check(Rung.SHAPE, 1, examples=5)
@given(x=batches())
def test_shape(student: Student, x: np.ndarray) -> None:
    """keeps the shape of its input, whatever it is"""
    compare.require_shape(student.call(NAME, np.asarray(x.flat[0])).value, ())
    student.begin()
    compare.require_shape(student.call(NAME, x).value, x.shape)


@check(Rung.EXAMPLE, 1)
def test_half_at_zero(student: Student) -> None:
    """is 1/2 at 0"""
    compare.require_close(student.call(NAME, np.zeros(1, np.float32)).value, [0.5], PROBABILITY)


@check(Rung.PROPERTY, 5)
@given(x=float_arrays(-30, 30, max_size=12))
def test_matches_reference(student: Student, reference: Reference, x: np.ndarray) -> None:
    """gives 1 / (1 + exp(-x)) for any x from -30 to 30"""
    expected = compare.numbers(reference.exact(NAME, x).value)
    compare.require_close(student.call(NAME, x).value, expected, PROBABILITY)


@check(Rung.PROPERTY, 1, examples=5)
@given(x=float_arrays(-15, 15, 1))
def test_mirrored(student: Student, x: np.ndarray) -> None:
    """s(-x) is 1 - s(x)"""
    there, mirrored = student.values(NAME, [(x,), (0 - x,)])
    sums = compare.numbers(there, x.size) + compare.numbers(mirrored, x.size)
    compare.require(
        bool(np.all(np.abs(sums - 1.0) <= 2 * PROBABILITY.atol)),
        "s(x) and s(-x) do not add up to 1",
        f"s(x) + s(-x) = {compare.show(sums)}",
        f"s(x) + s(-x) = {compare.show(np.ones_like(sums))}",
        ending="{} + {}",
    )


@check(Rung.PROPERTY, 1, examples=5)
@given(x=float_arrays(-10, 10, unique=True))
def test_monotone(student: Student, x: np.ndarray) -> None:
    """grows with x"""
    rising = np.sort(x)
    found = compare.numbers(student.call(NAME, rising).value, x.size)
    compare.require(
        bool(np.all(np.diff(found) >= -INEQUALITY)) and bool(found[-1] > found[0]),
        "does not grow with x",
        compare.show(found),
        "values that grow",
    )


@check(Rung.PROPERTY, 1, examples=5)
@given(x=float_arrays(-15, 15, 1))
def test_between_zero_and_one(student: Student, x: np.ndarray) -> None:
    """lies strictly between 0 and 1 for abs(x) up to 15"""
    found = compare.numbers(student.call(NAME, x).value, x.size)
    compare.require(
        bool(np.all((found > 0.0) & (found < 1.0))),
        "is not strictly between 0 and 1",
        compare.show(found),
        "above 0 and below 1",
    )


@check(Rung.PROPERTY, 1, examples=4)
@given(x=float_arrays(-10, 10))
def test_elementwise(student: Student, x: np.ndarray) -> None:
    """an entry does not depend on its neighbours"""
    whole, alone = student.values(NAME, [(x,), (x[:1].copy(),)])
    compare.require_close(
        alone, compare.numbers(whole, x.size)[:1], PROBABILITY, "changes with the other entries"
    )


@check(Rung.GRADIENT, 4, examples=4)
@given(x=float_arrays(-30, 30))
def test_gradient_matches_reference(student: Student, reference: Reference, x: np.ndarray) -> None:
    """has the right, finite gradient for any x from -30 to 30"""
    x = away_from_zero(x)
    gradients.require_like_reference(student, reference, NAME, (x,), source=0, tolerance=SLOPE)


@check(Rung.GRADIENT, 2, examples=3)
@given(x=float_arrays(-4, 4))
def test_gradient_matches_differences(student: Student, x: np.ndarray) -> None:
    """has a gradient that predicts how the value changes"""
    gradients.require_like_differences(student, NAME, (away_from_zero(x),), source=0, whole=True)


@check(Rung.GRADIENT, 3, examples=4)
@given(x=float_arrays(-8, 8))
def test_slope(student: Student, x: np.ndarray) -> None:
    """has the slope s(x) * (1 - s(x))"""
    x = away_from_zero(x)
    answer = student.call(NAME, x, sources=(0,))
    s = compare.numbers(answer.value, x.size)
    gradients.require_gradient(answer, s * (1.0 - s), SLOPE, source=0)
    compare.require(
        bool(np.all(s * (1.0 - s) > 0)), "has no slope", compare.show(s), "between 0 and 1"
    )


@check(Rung.CONVERGENCE, extra=True)
def test_finite_far_out(student: Student) -> None:
    """has a finite value and gradient even at x = 1000 and x = -1000"""
    x = np.asarray([-1000.0, 1000.0], np.float32)
    answer = student.call(NAME, x, sources=(0,))
    compare.require_close(answer.value, [0.0, 1.0], PROBABILITY)
    gradients.require_gradient(answer, [0.0, 0.0], PROBABILITY, source=0)


def away_from_zero(x: np.ndarray) -> np.ndarray:
    """Move zeros: a form with abs has another subgradient there."""
    return np.where(x == 0, np.float32(0.25), x).astype(np.float32)
