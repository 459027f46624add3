"""Checks of mean_squared_error."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from grader.checking import (
    Pair,
    Reference,
    Rung,
    Student,
    check,
    compare,
    gradients,
    ndarray,
    pairs,
)
from grader.checking.tolerance import GRADIENT, INEQUALITY, LOSS, Tolerance

NAME = "mean_squared_error"
TARGETS = np.asarray([1.0, 5.0], np.float32)
PREDICTIONS = np.asarray([2.0, 2.0], np.float32)


@check(Rung.LOADS, 0)
def test_loads(student: Student) -> None:
    """the file loads and defines mean_squared_error"""
    compare.require_names(student, NAME)


@check(Rung.RUNS, 0)
def test_runs(student: Student) -> None:
    """runs on two short vectors"""
    student.call(NAME, TARGETS, PREDICTIONS)


@check(Rung.TYPE, 0)
def test_returns_number(student: Student) -> None:
    """gives back a number that depends on what it is given"""
    compare.require_numeric(student.call(NAME, TARGETS, PREDICTIONS).value)
    student.begin()
    inputs = [(TARGETS, PREDICTIONS), (TARGETS, TARGETS), (7 * TARGETS, -3 * PREDICTIONS)]
    compare.require_dependence(student.values(NAME, inputs))


@check(Rung.SHAPE, 1)
def test_shape(student: Student) -> None:
    """gives one number, of shape ()"""
    compare.require_shape(student.call(NAME, TARGETS, PREDICTIONS).value, ())


@check(Rung.EXAMPLE, 3)
def test_worked_example(student: Student) -> None:
    """gives 5 for the example worked by hand"""
    compare.require_close(student.call(NAME, TARGETS, PREDICTIONS).value, 5.0, LOSS)


@check(Rung.PROPERTY, 4, examples=10)
@given(pair=pairs())
def test_matches_reference(student: Student, reference: Reference, pair: Pair) -> None:
    """gives the mean of the squared errors on any vectors"""
    expected = reference.exact(NAME, *pair).value
    compare.require_close(student.call(NAME, *pair).value, compare.numbers(expected), LOSS)


@check(Rung.PROPERTY, 1, examples=5)
@given(pair=pairs())
def test_zero_when_equal(student: Student, pair: Pair) -> None:
    """is zero when every prediction is right"""
    value = student.call(NAME, pair[0], pair[0].copy()).value
    compare.require_close(value, 0.0, around(*pair))


@check(Rung.PROPERTY, 1, examples=3)
@given(pair=pairs())
def test_never_negative(student: Student, pair: Pair) -> None:
    """is never negative, and above zero when a prediction is off"""
    off = float(np.mean(np.square(pair[0] - pair[1], dtype=np.float64)))
    scale = largest(*pair) ** 2
    for arguments in (pair, pair[::-1]):
        student.begin()
        value = compare.one_number(student.call(NAME, *arguments).value)
        compare.require_at_least(value, 0.0, "is negative", scale)
        compare.require(
            value > off / 1000 - INEQUALITY * scale,
            "is next to zero although predictions are off",
            compare.digits(value),
            "well above zero",
        )


@check(Rung.PROPERTY, 1, examples=5)
@given(pair=pairs())
def test_symmetric(student: Student, pair: Pair) -> None:
    """is the same with the arguments exchanged"""
    there, back = student.values(NAME, [pair, pair[::-1]])
    compare.require_same(there, back, LOSS, "changes when the arguments are exchanged")


@check(Rung.PROPERTY, 1, examples=5)
@given(pair=pairs(max_size=4))
def test_unchanged_when_repeated(student: Student, pair: Pair) -> None:
    """is unchanged when the data is repeated"""
    repeated = tuple(np.tile(each, 2) for each in pair)
    once, twice = student.values(NAME, [pair, repeated])
    compare.require_same(once, twice, LOSS, "changes when the same data is given twice over")


@check(Rung.PROPERTY, 1, examples=5)
@given(pair=pairs(-5.0, 5.0), factor=st.sampled_from([2.0, 3.0, 0.5]))
def test_scales_with_square(student: Student, pair: Pair, factor: float) -> None:
    """grows with the square of the errors"""
    scaled = tuple(each * np.float32(factor) for each in pair)
    once, grown = student.values(NAME, [pair, scaled])
    wanted = compare.one_number(once) * factor**2
    message = f"is not {factor**2:g} times as large with every error {factor:g} times as large"
    compare.require_close(grown, wanted, LOSS, message, related=False)


@check(Rung.PROPERTY, 1)
def test_arguments_unchanged(student: Student) -> None:
    """leaves its arguments as they are, also NumPy arrays"""
    compare.require_unchanged(student, NAME, ndarray(TARGETS), ndarray(PREDICTIONS))


@check(Rung.PROPERTY, 1, examples=3)
@given(pair=pairs())
def test_same_twice(student: Student, pair: Pair) -> None:
    """gives the same answer on a second call"""
    first, second = student.values(NAME, [pair, pair])
    compare.require_same(first, second, LOSS, "gives another answer on the second call")


@check(Rung.GRADIENT, 4, examples=6)
@given(pair=pairs())
def test_gradient_matches_reference(student: Student, reference: Reference, pair: Pair) -> None:
    """has the right gradient with respect to y_pred"""
    gradients.require_like_reference(student, reference, NAME, pair, source=1, tolerance=GRADIENT)


@check(Rung.GRADIENT, 1, examples=2)
@given(pair=pairs(-3.0, 3.0, max_size=3))
def test_gradient_matches_differences(student: Student, pair: Pair) -> None:
    """has a gradient that predicts how the value changes"""
    gradients.require_like_differences(student, NAME, pair, source=1)


def largest(*arrays: np.ndarray) -> float:
    """Give the largest magnitude, at least 1."""
    return max(1.0, *(float(np.max(np.abs(each))) for each in arrays))


def around(*arrays: np.ndarray) -> Tolerance:
    """Allow what the expanded form t^2 - 2tp + p^2 loses to rounding on numbers of this size."""
    return Tolerance(0.0, INEQUALITY * largest(*arrays) ** 2)
