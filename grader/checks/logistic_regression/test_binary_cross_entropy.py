"""Checks of binary_cross_entropy."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from grader.checking import Pair, Reference, Rung, Student, check, compare, gradients, labelled
from grader.checking.tolerance import CROSS_ENTROPY, GRADIENT, INEQUALITY

NAME = "binary_cross_entropy"
LABELS = np.asarray([1.0, 0.0], np.float32)
PROBABILITIES = np.asarray([0.8, 0.5], np.float32)
# The natural logarithms of 0.8 and 0.5, averaged, by hand.
BY_HAND = 0.45814537
# Every pair of a label and a probability that is exactly 0 or 1.
EXTREMES = [(label, p) for label in (0.0, 1.0) for p in (0.0, 1.0)]


def one(label: float, probability: float) -> tuple[np.ndarray, np.ndarray]:
    """Make a batch of one example, twice: a mean shows no sum."""
    return np.full(2, label, np.float32), np.full(2, probability, np.float32)


@check(Rung.LOADS, 0)
def test_loads(student: Student) -> None:
    """the file loads and defines binary_cross_entropy"""
    compare.require_names(student, NAME)


@check(Rung.RUNS, 0)
def test_runs(student: Student) -> None:
    """runs on two labels and probabilities"""
    student.call(NAME, LABELS, PROBABILITIES)


@check(Rung.TYPE, 0)
def test_returns_number(student: Student) -> None:
    """gives back a number that depends on what it is given"""
    compare.require_numeric(student.call(NAME, LABELS, PROBABILITIES).value)
    student.begin()
    inputs = [(LABELS, PROBABILITIES), (1 - LABELS, PROBABILITIES), (LABELS, 1 - PROBABILITIES)]
    compare.require_dependence(student.values(NAME, inputs))


@check(Rung.SHAPE, 1)
def test_shape(student: Student) -> None:
    """gives one number, of shape ()"""
    compare.require_shape(student.call(NAME, LABELS, PROBABILITIES).value, ())


@check(Rung.EXAMPLE, 3)
def test_worked_example(student: Student) -> None:
    """gives 0.4581 for the example worked by hand"""
    value = student.call(NAME, LABELS, PROBABILITIES).value
    compare.require_close(value, BY_HAND, CROSS_ENTROPY)


@check(Rung.PROPERTY, 7, examples=10)
@given(pair=labelled())
def test_matches_reference(student: Student, reference: Reference, pair: Pair) -> None:
    """gives the mean cross-entropy on any batch"""
    expected = compare.numbers(reference.exact(NAME, *pair).value)
    compare.require_close(student.call(NAME, *pair).value, expected, CROSS_ENTROPY)


@check(Rung.PROPERTY, 1, examples=5)
@given(pair=labelled(0.0, 1.0))
def test_never_negative(student: Student, pair: Pair) -> None:
    """is never negative, and above zero when a prediction is unsure"""
    value = compare.one_number(student.call(NAME, *pair).value)
    compare.require_at_least(value, 0.0, "is negative")
    wrong = float(np.mean(np.abs(pair[0] - pair[1])))
    compare.require(
        value > wrong / 10 - INEQUALITY,
        "is zero although a prediction is off",
        compare.digits(value),
        "above zero",
    )


@check(Rung.PROPERTY, 1)
def test_confident_right_small(student: Student) -> None:
    """is small where the model is confident and right"""
    for label in (0.0, 1.0):
        student.begin()
        value = compare.one_number(student.call(NAME, *one(label, abs(label - 0.01))).value)
        compare.require_at_most(value, 0.011, "is large for a confident, right prediction")


@check(Rung.PROPERTY, 1)
def test_confident_wrong_large(student: Student) -> None:
    """is large where the model is confident and wrong"""
    for label in (0.0, 1.0):
        student.begin()
        value = compare.one_number(student.call(NAME, *one(label, abs(label - 0.99))).value)
        compare.require_at_least(value, 4.5, "is small for a confident mistake")


@check(Rung.PROPERTY, 1, examples=5)
@given(pair=labelled())
def test_flipped(student: Student, pair: Pair) -> None:
    """is unchanged when labels and probabilities are both flipped"""
    there, flipped = student.values(NAME, [pair, tuple(1 - each for each in pair)])
    compare.require_same(
        there, flipped, CROSS_ENTROPY, "changes when labels and probabilities are both flipped"
    )


@check(Rung.PROPERTY, 2, examples=6)
@given(pair=labelled(), label=st.sampled_from([0.0, 1.0]))
def test_single_class(student: Student, reference: Reference, pair: Pair, label: float) -> None:
    """is right for a batch of one class"""
    batch = (np.full_like(pair[0], label), pair[1])
    expected = compare.numbers(reference.exact(NAME, *batch).value)
    compare.require_close(student.call(NAME, *batch).value, expected, CROSS_ENTROPY)


@check(Rung.PROPERTY, 1, examples=4)
@given(pair=labelled(max_size=4))
def test_unchanged_when_repeated(student: Student, pair: Pair) -> None:
    """is a mean: unchanged when the data is repeated"""
    repeated = tuple(np.tile(each, 2) for each in pair)
    once, twice = student.values(NAME, [pair, repeated])
    compare.require_same(
        once, twice, CROSS_ENTROPY, "changes when the same data is given twice over"
    )


@check(Rung.PROPERTY, 2)
def test_finite_at_zero_and_one(student: Student) -> None:
    """is finite where a probability is exactly 0 or 1, and large for a mistake"""
    for label, probability in EXTREMES:
        student.begin()
        value = compare.one_number(student.call(NAME, *one(label, probability)).value)
        compare.require(
            bool(np.isfinite(value)), "is not finite", compare.digits(value), "a finite number"
        )
        if label != probability:
            compare.require_at_least(value, 5.0, "is small for a confident mistake")
        else:
            compare.require_at_most(value, 0.02, "is large for a right prediction")


@check(Rung.GRADIENT, 3, examples=5)
@given(pair=labelled())
def test_gradient_matches_reference(student: Student, reference: Reference, pair: Pair) -> None:
    """has the right gradient with respect to y_pred"""
    gradients.require_like_reference(student, reference, NAME, pair, source=1, tolerance=GRADIENT)


@check(Rung.GRADIENT, 1, examples=2)
@given(pair=labelled(0.25, 0.75, max_size=3))
def test_gradient_matches_differences(student: Student, pair: Pair) -> None:
    """has a gradient that predicts how the value changes"""
    gradients.require_like_differences(student, NAME, pair, source=1)


@check(Rung.GRADIENT, 1)
def test_gradient_finite_at_zero_and_one(student: Student) -> None:
    """has a finite gradient where a probability is exactly 0 or 1"""
    for label, probability in EXTREMES:
        student.begin()
        answer = student.call(NAME, *one(label, probability), sources=(1,))
        gradients.require_finite(answer, source=1)
