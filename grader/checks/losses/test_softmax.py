"""Checks of softmax."""

import numpy as np
from hypothesis import given

from grader.checking import (
    Floats,
    Reference,
    Rung,
    Student,
    check,
    compare,
    float_arrays,
    gradients,
    tables,
)
from grader.checking.subject import graded_call
from grader.checking.tolerance import FAR_OUT, GRADIENT, INEQUALITY, PROBABILITY
from grader.worker.messages import Call, Probe, Result

NAME = "softmax"
# A square table: sums that have lost their dimension divide it, too, and are judged by the values.
SQUARE = np.asarray([[1.0, 3.0], [2.0, 0.5]], np.float32)
LOGITS = np.asarray([[0.0, 0.6931472, 1.0986123], [5.0, 5.0, 5.0]], np.float32)
BY_HAND = [[1 / 6, 1 / 3, 1 / 2], [1 / 3, 1 / 3, 1 / 3]]
# Rows far from 0 and from each other; a difference of 1 counts as much there as anywhere.
FAR = [
    np.asarray(table, np.float32)
    for table in (
        [[60.0, 59.0]],
        [[1000.0, 999.0]],
        [[1000.0, 999.0], [-1000.0, -999.0], [0.0, 0.0]],
        [[1000.0, 0.0, -1000.0]],
    )
]


def half_square_sum(logits: np.ndarray) -> Call:
    """Make one number of a table of probabilities: their plain sum has no gradient at all."""
    return Call(Probe("l2_loss"), (Result(graded_call(NAME, logits)),))


@check(Rung.LOADS, 0)
def test_loads(student: Student) -> None:
    """the file loads and defines softmax"""
    compare.require_names(student, NAME)


@check(Rung.RUNS, 0)
def test_runs(student: Student) -> None:
    """runs on two rows of two numbers"""
    student.call(NAME, SQUARE)


@check(Rung.TYPE, 0)
def test_returns_numbers(student: Student) -> None:
    """gives back numbers that depend on what it is given"""
    compare.require_numeric(student.call(NAME, SQUARE).value)
    student.begin()
    compare.require_dependence(
        student.values(NAME, [(SQUARE,), (4 - SQUARE,), (SQUARE[::-1].copy(),)])
    )


@check(Rung.SHAPE, 1, examples=5)
@given(logits=tables())
def test_shape(student: Student, logits: Floats) -> None:
    """keeps the shape of its input"""
    compare.require_shape(student.call(NAME, logits).value, logits.shape)


@check(Rung.EXAMPLE, 2)
def test_worked_example(student: Student) -> None:
    """gives 1/6, 1/3 and 1/2 for the example worked by hand"""
    compare.require_close(student.call(NAME, LOGITS).value, BY_HAND, PROBABILITY)


@check(Rung.PROPERTY, 4, examples=10)
@given(logits=tables(-30.0, 30.0))
def test_matches_reference(student: Student, reference: Reference, logits: Floats) -> None:
    """gives exp(x) over the sum of its row, for any table"""
    expected = compare.numbers(reference.exact(NAME, logits).value)
    wanted = expected.reshape(logits.shape)
    compare.require_close(student.call(NAME, logits).value, wanted, PROBABILITY)


@check(Rung.PROPERTY, 1, examples=4)
@given(logits=tables())
def test_rows_sum_to_one(student: Student, logits: Floats) -> None:
    """every row sums to 1, whether the table is square or not"""
    columns = logits.shape[1]
    for table in (logits, np.resize(logits, (columns, columns))):
        student.begin()
        found = compare.numbers(student.call(NAME, table).value, table.size).reshape(table.shape)
        sums = found.sum(axis=1)
        compare.require(
            bool(np.all(np.abs(sums - 1.0) <= INEQUALITY)),
            "has rows that do not sum to 1",
            f"sums of {compare.show(sums)}",
            f"sums of {compare.show(np.ones_like(sums))}",
            ending="tf.reduce_sum({}, axis=1)",
        )


@check(Rung.PROPERTY, 1, examples=5)
@given(logits=tables(), shift=float_arrays(-10.0, 10.0, 3, 3))
def test_unchanged_by_shift(student: Student, logits: Floats, shift: Floats) -> None:
    """is unchanged when the same number is added to all logits of a row"""
    shifted = logits + shift[: len(logits), np.newaxis]
    before, after = student.values(NAME, [(logits,), (shifted,)])
    message = "changes when a number is added to all logits of a row"
    compare.require_same(before, after, PROBABILITY, message)


@check(Rung.PROPERTY, 1, examples=5)
@given(row=float_arrays(-6.0, 6.0, max_size=5, unique=True))
def test_order_kept(student: Student, row: Floats) -> None:
    """gives a larger logit a larger probability"""
    rising = np.sort(row)
    found = compare.numbers(student.call(NAME, rising[np.newaxis]).value, row.size)
    compare.require(
        bool(np.all(np.diff(found) >= -INEQUALITY)) and bool(found[-1] > found[0]),
        "does not grow with the logit",
        compare.show(found),
        "values that grow from left to right",
    )


@check(Rung.PROPERTY, 1, examples=4)
@given(entries=float_arrays(-4.0, 4.0, 9, 9))
def test_rows_independent(student: Student, entries: Floats) -> None:
    """a row does not depend on the rows beside it, in a square table and in another"""
    square = entries.reshape(3, 3)
    for table in (square, square[:2]):
        student.begin()
        whole, alone = student.values(NAME, [(table,), (table[:1],)])
        compare.require_close(
            alone,
            compare.numbers(whole, table.size).reshape(table.shape)[:1],
            PROBABILITY,
            "changes with the other rows",
        )


@check(Rung.PROPERTY, 1, examples=4)
@given(logits=tables(-5.0, 5.0))
def test_positive(student: Student, logits: Floats) -> None:
    """lies above 0, and not above 1"""
    # A row and its opposite: one of the two has negative numbers in it.
    for table in (logits, -logits):
        student.begin()
        found = compare.numbers(student.call(NAME, table).value, table.size)
        compare.require(
            bool(np.all((found > 0.0) & (found <= 1.0 + INEQUALITY))),
            "is not between 0 and 1",
            compare.show(found.reshape(table.shape)),
            "all above 0 and at most 1",
        )


@check(Rung.PROPERTY, 3)
def test_finite_far_out(student: Student, reference: Reference) -> None:
    """is finite and right for logits of 1000 and -1000"""
    for table in FAR:
        student.begin()
        expected = compare.numbers(reference.exact(NAME, table).value).reshape(table.shape)
        compare.require_close(student.call(NAME, table).value, expected, FAR_OUT)


@check(Rung.GRADIENT, 3, examples=5)
@given(logits=tables())
def test_gradient_matches_reference(student: Student, reference: Reference, logits: Floats) -> None:
    """has the right gradient"""
    gradients.require_like_reference(
        student, reference, half_square_sum, (logits,), source=0, tolerance=GRADIENT
    )


@check(Rung.GRADIENT, 1, examples=2)
@given(logits=tables(-2.0, 2.0, max_rows=2, max_columns=3))
def test_gradient_matches_differences(student: Student, logits: Floats) -> None:
    """has a gradient that predicts how the values change"""
    gradients.require_like_differences(student, half_square_sum, (logits,), source=0)


@check(Rung.GRADIENT, 1)
def test_gradient_finite_far_out(student: Student) -> None:
    """has a finite gradient for logits of 1000 and -1000"""
    for table in FAR:
        student.begin()
        call = gradients.differentiated(half_square_sum, (table,), 0)
        gradients.require_finite(student.ask(call)[0], source=0)
