"""Checks of largest_stable_learning_rate: against the reference, and by really training."""

import numpy as np
from hypothesis import given

from grader.checking import Floats, Reference, Rung, Student, check, compare, float_arrays
from grader.checking.tolerance import Tolerance

NAME = "largest_stable_learning_rate"
INPUTS = np.asarray([0.0, 2.0], np.float32)
# Who finds it by trying is off by some thousandths, wrong formulas by a tenth and more.
RATE = Tolerance(5e-3, 1e-6)
# So far from the bound training is tried, and for so long: each epoch a slip grows by 4 %.
NEAR, EPOCHS = 0.02, 200

inputs = float_arrays(-4, 4, 2, 5).filter(lambda x: bool(x.any()))


def loss_ratio(x: Floats, rate: float) -> float:
    """Train W and b towards a line, from two places around it; gives the last loss by the first.

    Of a parabola's slope, what the loss rises by from one side to the other says it exactly.
    """
    table = np.stack([x, np.ones_like(x)], axis=1).astype(np.float64)
    # A step to either side along W and along b: what it adds to every error.
    sides = table.T[:, :, np.newaxis]

    def loss(errors: np.ndarray) -> np.ndarray:
        return np.asarray(np.square(errors).sum(axis=-2) / len(table))

    # A column each place; the line aimed at is 0.
    places = np.asarray([[1.0, 1.0], [1.0, -1.0]])
    first = loss(table @ places).sum()
    with np.errstate(all="ignore"):
        for _ in range(EPOCHS):
            errors = table @ places
            places = places - rate * (loss(errors + sides) - loss(errors - sides)) / 2
        return float(loss(table @ places).sum() / first)


@check(Rung.LOADS, 0)
def test_loads(student: Student) -> None:
    """the file loads and defines largest_stable_learning_rate"""
    compare.require_names(student, NAME)


@check(Rung.RUNS, 0)
def test_runs(student: Student) -> None:
    """runs on two inputs"""
    student.call(NAME, INPUTS)


@check(Rung.TYPE, 1)
def test_returns_number(student: Student) -> None:
    """gives back a number that depends on what it is given"""
    compare.one_number(student.call(NAME, INPUTS).value)
    student.begin()
    compare.require_dependence(student.values(NAME, [(INPUTS,), (3 * INPUTS,), (INPUTS + 1,)]))


@check(Rung.EXAMPLE, 2)
def test_worked_example(student: Student) -> None:
    """gives 0.382 for the example worked by hand"""
    compare.require_close(student.call(NAME, INPUTS).value, 2 / (3 + np.sqrt(5)), RATE)


@check(Rung.PROPERTY, 4, examples=8)
@given(x=inputs)
def test_matches_reference(student: Student, reference: Reference, x: Floats) -> None:
    """gives 2 by the largest eigenvalue of the Hessian, for any inputs"""
    expected = compare.numbers(reference.exact(NAME, x).value)
    compare.require_close(student.call(NAME, x).value, expected, RATE)


@check(Rung.PROPERTY, 1, examples=3)
@given(x=inputs)
def test_unchanged_when_repeated(student: Student, x: Floats) -> None:
    """is the same when the inputs are given twice over"""
    once, twice = student.values(NAME, [(x,), (np.tile(x, 2),)])
    message = "changes when the same inputs are given twice over"
    compare.require_same(once, twice, RATE, message)


@check(Rung.PROPERTY, 1, examples=3)
@given(x=float_arrays(-0.75, 0.75))
def test_at_most_one(student: Student, x: Floats) -> None:
    """is never above 1, since b alone diverges beyond"""
    value = compare.one_number(student.call(NAME, x).value)
    compare.require_at_most(value, 1.0, "is above 1, where b alone diverges already", 100.0)


@check(Rung.CONVERGENCE, 3, examples=3)
@given(x=inputs)
def test_converges_below(student: Student, x: Floats) -> None:
    """training converges just below it"""
    rate = compare.one_number(student.call(NAME, x).value)
    compare.require(
        rate > 0 and loss_ratio(x, (1 - NEAR) * rate) < 1,
        "is too high: training at 0.98 times this rate makes the loss grow",
        compare.digits(rate),
        "a rate below which training converges",
    )


@check(Rung.CONVERGENCE, 3, examples=3)
@given(x=inputs)
def test_diverges_above(student: Student, x: Floats) -> None:
    """training diverges just above it"""
    rate = compare.one_number(student.call(NAME, x).value)
    compare.require(
        not loss_ratio(x, (1 + NEAR) * rate) <= 1,
        "is too low: training at 1.02 times this rate still converges",
        compare.digits(rate),
        "a rate above which training diverges",
    )
