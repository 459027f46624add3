"""Checks of mean_absolute_percentage_error."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from grader.checking import (
    Floats,
    Pair,
    Reference,
    Rung,
    Student,
    check,
    compare,
    float_arrays,
    gradients,
    nonzero,
    pairs,
)
from grader.checking.tolerance import GRADIENT, INEQUALITY, LOSS

NAME = "mean_absolute_percentage_error"
TARGETS = np.asarray([4.0, -2.0], np.float32)
PREDICTIONS = np.asarray([3.0, -5.0], np.float32)
# Of both signs, and so far from 0 that an epsilon in the denominator does not show.
DIVISORS = nonzero(0.5, 20.0)
# At an error of 0 every right form may have another slope.
APART = 0.25


@check(Rung.LOADS, 0)
def test_loads(student: Student) -> None:
    """the file loads and defines mean_absolute_percentage_error"""
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


@check(Rung.EXAMPLE, 2)
def test_worked_example(student: Student) -> None:
    """gives 87.5 for the example worked by hand"""
    compare.require_close(student.call(NAME, TARGETS, PREDICTIONS).value, 87.5, LOSS)


@check(Rung.PROPERTY, 3, examples=10)
@given(pair=pairs(targets=DIVISORS))
def test_matches_reference(student: Student, reference: Reference, pair: Pair) -> None:
    """gives the mean of the percentages on any vectors"""
    expected = reference.exact(NAME, *pair).value
    compare.require_close(student.call(NAME, *pair).value, compare.numbers(expected), LOSS)


@check(Rung.PROPERTY, 1, examples=5)
@given(pair=pairs(targets=DIVISORS))
def test_zero_when_equal(student: Student, pair: Pair) -> None:
    """is zero when every prediction is right"""
    compare.require_close(student.call(NAME, pair[0], pair[0].copy()).value, 0.0, LOSS)


@check(Rung.PROPERTY, 1, examples=4)
@given(pair=pairs(targets=DIVISORS))
def test_never_negative(student: Student, reference: Reference, pair: Pair) -> None:
    """is never negative, and above zero when a prediction is off"""
    off = compare.one_number(reference.exact(NAME, *pair).value)
    beyond = (pair[0], 2 * pair[0] - pair[1])
    for arguments in (pair, beyond, tuple(-each for each in pair)):
        student.begin()
        value = compare.one_number(student.call(NAME, *arguments).value)
        compare.require_at_least(value, 0.0, "is negative")
        compare.require(
            value > off / 1000 - INEQUALITY,
            "is next to zero although predictions are off",
            compare.digits(value),
            "well above zero",
        )


@check(Rung.PROPERTY, 1, examples=5)
@given(pair=pairs(max_size=4, targets=DIVISORS))
def test_unchanged_when_repeated(student: Student, pair: Pair) -> None:
    """is a mean: unchanged when the data is repeated"""
    repeated = tuple(np.tile(each, 2) for each in pair)
    once, twice = student.values(NAME, [pair, repeated])
    compare.require_same(once, twice, LOSS, "changes when the same data is given twice over")


@check(Rung.PROPERTY, 1, examples=5)
@given(pair=pairs(-5.0, 5.0, targets=nonzero(0.5, 5.0)), factor=st.sampled_from([2.0, -1.0, 0.5]))
def test_unchanged_by_the_unit(student: Student, pair: Pair, factor: float) -> None:
    """does not depend on the unit of measurement"""
    # Adding 0 makes a 0 of -0.
    scaled = tuple(each * np.float32(factor) + np.float32(0) for each in pair)
    once, again = student.values(NAME, [pair, scaled])
    message = f"changes when all targets and predictions are multiplied by {factor:g}"
    compare.require_same(once, again, LOSS, message)


@check(Rung.PROPERTY, 1, examples=5)
@given(targets=float_arrays(0.5, 20.0, max_size=4), share=st.sampled_from([1.0, 0.5, -0.25, -2.0]))
def test_off_by_a_share(student: Student, targets: Floats, share: float) -> None:
    """is 50 where every prediction is off by half of its target, and so on"""
    predictions = targets + np.float32(share) * targets
    value = student.call(NAME, targets, predictions).value
    message = f"is wrong where every prediction is off by {abs(share):g} times its target"
    compare.require_close(value, 100 * abs(share), LOSS, message)


@check(Rung.GRADIENT, 3, examples=6)
@given(pair=pairs(targets=DIVISORS, apart=APART))
def test_gradient_matches_reference(student: Student, reference: Reference, pair: Pair) -> None:
    """has the right gradient with respect to y_pred"""
    gradients.require_like_reference(student, reference, NAME, pair, source=1, tolerance=GRADIENT)


@check(Rung.GRADIENT, 1, examples=2)
@given(pair=pairs(-3.0, 3.0, max_size=3, targets=nonzero(0.5, 3.0), apart=APART))
def test_gradient_matches_differences(student: Student, pair: Pair) -> None:
    """has a gradient that predicts how the value changes"""
    gradients.require_like_differences(student, NAME, pair, source=1)
