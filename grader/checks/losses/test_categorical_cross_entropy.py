"""Checks of categorical_cross_entropy."""

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
    classified,
    compare,
    gradients,
    tables,
    through,
)
from grader.checking.subject import graded_call
from grader.checking.tolerance import CROSS_ENTROPY, GRADIENT, INEQUALITY
from grader.worker.messages import Call

NAME = "categorical_cross_entropy"
LABELS = np.asarray([[1.0, 0.0, 0.0], [0.0, 0.0, 1.0]], np.float32)
PROBABILITIES = np.asarray([[0.5, 0.25, 0.25], [0.25, 0.625, 0.125]], np.float32)
# The natural logarithms of 1/2 and 1/8, averaged, by hand: that of 4.
BY_HAND = 1.3862944
# A row of three whose first class is the true one: sure and right, sure and wrong, torn.
RIGHT, WRONG, TORN = (1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.5, 0.0, 0.5)
# Far enough apart that a softmax in float32 gives exactly 0 and 1.
CERTAIN = [(1000.0, 0.0, -1000.0), (0.0, 1000.0, -1000.0), (0.0, -1000.0, 0.0)]
# A class for each row, whether there are two, three or four to choose from.
CHOSEN = st.lists(st.integers(0, 11), min_size=3, max_size=3)


def one(row: tuple[float, ...]) -> Pair:
    """Make a batch of one row whose first class is the true one, twice: a mean shows no sum."""
    label = [1.0] + [0.0] * (len(row) - 1)
    return np.asarray([label, label], np.float32), np.asarray([row, row], np.float32)


def one_hot(chosen: list[int], logits: Floats) -> Floats:
    """Make labels for these rows."""
    rows, classes = logits.shape
    return np.eye(classes, dtype=np.float32)[[each % classes for each in chosen[:rows]]]


def behind_softmax(labels: np.ndarray, logits: np.ndarray) -> Call:
    """Ask for the loss of a softmax: a constant that some forms add to the gradient cancels."""
    return graded_call(NAME, labels, through("softmax", logits))


@check(Rung.LOADS, 0)
def test_loads(student: Student) -> None:
    """the file loads and defines categorical_cross_entropy"""
    compare.require_names(student, NAME)


@check(Rung.RUNS, 0)
def test_runs(student: Student) -> None:
    """runs on two rows of three classes"""
    student.call(NAME, LABELS, PROBABILITIES)


@check(Rung.TYPE, 0)
def test_returns_number(student: Student) -> None:
    """gives back a number that depends on what it is given"""
    compare.require_numeric(student.call(NAME, LABELS, PROBABILITIES).value)
    student.begin()
    even = np.full_like(PROBABILITIES, 1 / 3)
    inputs = [(LABELS, PROBABILITIES), (LABELS[::-1].copy(), PROBABILITIES), (LABELS, even)]
    compare.require_dependence(student.values(NAME, inputs))


@check(Rung.SHAPE, 1)
def test_shape(student: Student) -> None:
    """gives one number, of shape ()"""
    compare.require_shape(student.call(NAME, LABELS, PROBABILITIES).value, ())


@check(Rung.EXAMPLE, 3)
def test_worked_example(student: Student) -> None:
    """gives 1.3863 for the example worked by hand"""
    value = student.call(NAME, LABELS, PROBABILITIES).value
    compare.require_close(value, BY_HAND, CROSS_ENTROPY)


@check(Rung.PROPERTY, 6, examples=10)
@given(pair=classified())
def test_matches_reference(student: Student, reference: Reference, pair: Pair) -> None:
    """gives the mean cross-entropy on any batch"""
    expected = compare.numbers(reference.exact(NAME, *pair).value)
    compare.require_close(student.call(NAME, *pair).value, expected, CROSS_ENTROPY)


@check(Rung.PROPERTY, 1, examples=5)
@given(pair=classified())
def test_never_negative(student: Student, pair: Pair) -> None:
    """is never negative, and above zero when a prediction is unsure"""
    value = compare.one_number(student.call(NAME, *pair).value)
    compare.require_at_least(value, 0.0, "is negative")
    missed = float(np.mean(np.sum(pair[0] * (1 - pair[1]), axis=1)))
    compare.require(
        value > missed / 10 - INEQUALITY,
        "is next to zero although predictions are unsure",
        compare.digits(value),
        "well above zero",
    )


@check(Rung.PROPERTY, 1, examples=4)
@given(pair=classified())
def test_zero_when_certain_and_right(student: Student, pair: Pair) -> None:
    """is next to zero where the true classes get all the probability"""
    value = compare.one_number(student.call(NAME, pair[0], pair[0].copy()).value)
    compare.require_at_least(value, 0.0, "is negative")
    compare.require_at_most(value, 0.01, "is large for predictions that are certain and right")


@check(Rung.PROPERTY, 1)
def test_confident_wrong_large(student: Student) -> None:
    """is large where the model is confident and wrong"""
    for row in ((0.01, 0.99), (0.01, 0.98, 0.01)):
        student.begin()
        value = compare.one_number(student.call(NAME, *one(row)).value)
        compare.require_at_least(value, 4.5, "is small for a confident mistake")


@check(Rung.PROPERTY, 2, examples=5)
@given(pair=classified(min_classes=3))
def test_only_the_true_class_counts(student: Student, pair: Pair) -> None:
    """depends on the probability of the true class alone"""
    labels, probabilities = pair
    rest = np.sum((1 - labels) * probabilities, axis=1, keepdims=True)
    # All that the wrong classes had goes to one of them, but for a quarter that the others share.
    favoured = np.roll(labels, 1, axis=1)
    others = 1 - labels - favoured
    shared = rest * (0.75 * favoured + 0.25 * others / others.sum(axis=1, keepdims=True))
    moved = (labels * probabilities + shared).astype(np.float32)
    before, after = student.values(NAME, [pair, (labels, moved)])
    message = "changes when the wrong classes share their probability differently"
    compare.require_same(before, after, CROSS_ENTROPY, message)


@check(Rung.PROPERTY, 1, examples=4)
@given(pair=classified())
def test_unchanged_when_renumbered(student: Student, pair: Pair) -> None:
    """is unchanged when the classes are numbered differently"""
    renumbered = tuple(np.roll(each, 1, axis=1) for each in pair)
    before, after = student.values(NAME, [pair, renumbered])
    message = "changes when the columns of both tables are moved by one"
    compare.require_same(before, after, CROSS_ENTROPY, message)


@check(Rung.PROPERTY, 1, examples=4)
@given(pair=classified(max_classes=3))
def test_unchanged_by_an_unused_class(student: Student, pair: Pair) -> None:
    """is unchanged by one more class that never occurs and is never predicted"""
    wider = tuple(np.pad(each, ((0, 0), (0, 1))) for each in pair)
    before, after = student.values(NAME, [pair, wider])
    message = "changes when there is one more class, with label and probability 0"
    compare.require_same(before, after, CROSS_ENTROPY, message)


@check(Rung.PROPERTY, 1, examples=4)
@given(pair=classified())
def test_unchanged_when_repeated(student: Student, pair: Pair) -> None:
    """is a mean over the rows: unchanged when the data is repeated"""
    repeated = tuple(np.tile(each, (2, 1)) for each in pair)
    once, twice = student.values(NAME, [pair, repeated])
    message = "changes when the same data is given twice over"
    compare.require_same(once, twice, CROSS_ENTROPY, message)


@check(Rung.PROPERTY, 2)
def test_finite_at_zero_and_one(student: Student) -> None:
    """is finite where a probability is exactly 0 or 1, and large for a mistake"""
    for row, least, most in ((RIGHT, 0.0, 0.01), (WRONG, 5.0, np.inf), (TORN, 0.69, 0.7)):
        student.begin()
        value = compare.one_number(student.call(NAME, *one(row)).value)
        compare.require(
            bool(np.isfinite(value)), "is not finite", compare.digits(value), "a finite number"
        )
        compare.require_at_least(value, least, "is small for this probability of the true class")
        compare.require_at_most(value, most, "is large for this probability of the true class")


@check(Rung.GRADIENT, 3, examples=5)
@given(logits=tables(-1.0, 1.0), chosen=CHOSEN)
def test_gradient_matches_reference(
    student: Student, reference: Reference, logits: Floats, chosen: list[int]
) -> None:
    """has the right gradient with respect to the logits, behind a softmax"""
    arguments = (one_hot(chosen, logits), logits)
    gradients.require_like_reference(
        student, reference, behind_softmax, arguments, source=1, tolerance=GRADIENT
    )


@check(Rung.GRADIENT, 1, examples=2)
@given(logits=tables(-1.0, 1.0, max_rows=2, max_columns=3), chosen=CHOSEN)
def test_gradient_matches_differences(student: Student, logits: Floats, chosen: list[int]) -> None:
    """has a gradient that predicts how the value changes with the logits"""
    arguments = (one_hot(chosen, logits), logits)
    gradients.require_like_differences(student, behind_softmax, arguments, source=1)


@check(Rung.GRADIENT, 1)
def test_gradient_finite_at_zero_and_one(student: Student) -> None:
    """has a finite gradient where a probability is exactly 0 or 1"""
    for row in CERTAIN:
        student.begin()
        call = gradients.differentiated(behind_softmax, one(row), source=1)
        gradients.require_finite(student.ask(call)[0], source=1)
