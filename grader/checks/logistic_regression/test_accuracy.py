"""Checks of accuracy. It is not differentiable, so no gradient is asked."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from grader.checking import Pair, Reference, Rung, Student, check, compare, labelled
from grader.checking.tolerance import PROBABILITY

NAME = "accuracy"
LABELS = np.asarray([1.0, 0.0, 1.0, 0.0], np.float32)
PROBABILITIES = np.asarray([0.9, 0.2, 0.4, 0.5], np.float32)


@check(Rung.LOADS, 0)
def test_loads(student: Student) -> None:
    """the file loads and defines accuracy"""
    compare.require_names(student, NAME)


@check(Rung.RUNS, 0)
def test_runs(student: Student) -> None:
    """runs on four labels and probabilities"""
    student.call(NAME, LABELS, PROBABILITIES)


@check(Rung.TYPE, 0)
def test_returns_number(student: Student) -> None:
    """gives back a number that depends on what it is given"""
    compare.require_numeric(student.call(NAME, LABELS, PROBABILITIES).value)
    student.begin()
    inputs = [(LABELS, PROBABILITIES), (LABELS, 1 - LABELS), (LABELS, LABELS)]
    compare.require_dependence(student.values(NAME, inputs))


@check(Rung.SHAPE, 1)
def test_shape(student: Student) -> None:
    """gives one number, of shape ()"""
    compare.require_shape(student.call(NAME, LABELS, PROBABILITIES).value, ())


@check(Rung.EXAMPLE, 3)
def test_worked_example(student: Student) -> None:
    """gives 0.75 for the example worked by hand"""
    compare.require_close(student.call(NAME, LABELS, PROBABILITIES).value, 0.75, PROBABILITY)


@check(Rung.PROPERTY, 5, examples=12)
@given(pair=labelled(0.0, 1.0))
def test_matches_reference(student: Student, reference: Reference, pair: Pair) -> None:
    """gives the share of right predictions on any batch"""
    expected = compare.numbers(reference.exact(NAME, *pair).value)
    compare.require_close(student.call(NAME, *pair).value, expected, PROBABILITY)


@check(Rung.PROPERTY, 1)
@given(pair=labelled(0.0, 1.0))
def test_between_zero_and_one(student: Student, pair: Pair) -> None:
    """lies between 0 and 1"""
    value = compare.one_number(student.call(NAME, *pair).value)
    compare.require_at_least(value, 0.0, "is below 0")
    compare.require_at_most(value, 1.0, "is above 1")


@check(Rung.PROPERTY, 1)
@given(pair=labelled(0.0, 1.0))
def test_one_on_own_predictions(student: Student, pair: Pair) -> None:
    """is 1 where every label is the predicted one, and 0 where none is"""
    predicted = (pair[1] > 0.5).astype(np.float32)
    right = student.call(NAME, predicted, pair[1]).value
    compare.require_close(right, 1.0, PROBABILITY, "is not 1 although every prediction is right")
    student.begin()
    wrong = student.call(NAME, 1 - predicted, pair[1]).value
    compare.require_close(wrong, 0.0, PROBABILITY, "is not 0 although no prediction is right")


@check(Rung.PROPERTY, 1, examples=12)
@given(pair=labelled(0.0, 1.0, min_size=3), mixer=st.permutations(range(8)))
def test_unchanged_by_order(student: Student, pair: Pair, mixer: list[int]) -> None:
    """does not depend on the order of the examples"""
    order = [place for place in mixer if place < len(pair[0])]
    before, after = student.values(NAME, [pair, tuple(each[order] for each in pair)])
    compare.require_same(before, after, PROBABILITY, "changes with the order of the examples")


@check(Rung.PROPERTY, 1)
@given(pair=labelled(0.0, 1.0))
def test_unchanged_within_threshold(student: Student, pair: Pair) -> None:
    """changes only where a probability crosses 0.5"""
    moved = np.where(pair[1] > 0.5, (1 + pair[1]) / 2, pair[1] / 2).astype(np.float32)
    before, after = student.values(NAME, [pair, (pair[0], moved)])
    compare.require_same(before, after, PROBABILITY, "changes though no probability crosses 0.5")


@check(Rung.PROPERTY, 2)
def test_half_is_zero(student: Student) -> None:
    """takes a probability of exactly 0.5 as label 0"""
    half = np.asarray([0.5, 0.5], np.float32)
    zeros = student.call(NAME, half * 0, half).value
    compare.require_close(zeros, 1.0, PROBABILITY, "does not take 0.5 as label 0")
    student.begin()
    ones = student.call(NAME, half * 2, half).value
    compare.require_close(ones, 0.0, PROBABILITY, "takes 0.5 as label 1")
