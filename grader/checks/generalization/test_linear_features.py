"""Checks of train_linear with several features."""

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
    crowds,
    featured,
    fitted,
    floats,
    nonzero,
)
from grader.checking.fitted import Fit
from grader.checking.subject import Subject

NAME = "train_linear"
X = np.asarray([[1.0, 2.0], [3.0, 0.0]], np.float32)
Y = np.asarray([4.0, 2.0], np.float32)
# The example of the contract, worked by hand: two epochs, and the loss of a third.
RATE = 0.05
BY_HAND = Fit(np.asarray([0.65, 0.64]), np.asarray([0.43]), np.asarray([10.0, 2.9, 1.417]))
# Each feature is -1 and 1, in all combinations: rates are stable below 1, and converge fast.
SQUARE = np.asarray([[-1, -1], [-1, 1], [1, -1], [1, 1]], np.float32)
# So low a rate that nothing moves by what can be seen.
STANDING = 1e-6

# The same rows with a second feature half as large: W[1] is slow, and shows what pulls at it.
HALF = SQUARE * np.asarray([1.0, 0.5], np.float32)

data = featured(floats(-4, 4))
rates = st.sampled_from([0.03, 0.1])


def train(subject: Subject, pair: Pair, epochs: int, rate: float) -> Fit:
    """Train on rows of features and their targets."""
    value = fitted.train(subject, NAME, *pair, epochs, rate)
    return fitted.fit(value, pair[0].shape[1])


@check(Rung.LOADS, 0)
def test_loads(student: Student) -> None:
    """the file loads and defines train_linear"""
    compare.require_names(student, NAME)


@check(Rung.RUNS, 0)
def test_runs(student: Student) -> None:
    """trains two epochs on two features without an error"""
    fitted.train(student, NAME, X, Y, 2, RATE)


@check(Rung.TYPE, 1)
def test_returns_three(student: Student) -> None:
    """gives back W, b and a list of losses, all of them numbers"""
    weights, bias, losses = fitted.parts(fitted.train(student, NAME, X, Y, 2, RATE))
    fitted.series(losses)
    fitted.flat(bias, "b", None)
    fitted.flat(weights, "W", None)


@check(Rung.SHAPE, 2)
def test_one_weight_a_feature(student: Student) -> None:
    """gives one weight a feature, and one bias"""
    for features in (3, 1):
        student.begin()
        table = np.arange(2 * features, dtype=np.float32).reshape(2, features)
        train(student, (table, table[:, 0]), 1, RATE)


@check(Rung.SHAPE, 1)
def test_one_loss_an_epoch(student: Student) -> None:
    """records one loss an epoch"""
    for epochs in (1, 4):
        student.begin()
        fitted.require_length(train(student, (X, Y), epochs, RATE).losses, epochs)


@check(Rung.EXAMPLE, 3)
def test_worked_example(student: Student) -> None:
    """takes the steps of the two epochs worked by hand"""
    found = train(student, (X, Y), 2, RATE)
    fitted.require_losses(found.losses, BY_HAND.losses)
    fitted.require_parameters(found, BY_HAND)


@check(Rung.PROPERTY, 4, examples=6)
@given(pair=data, epochs=st.integers(1, 4), rate=rates)
def test_parameters(
    student: Student, reference: Reference, pair: Pair, epochs: int, rate: float
) -> None:
    """comes to the right W and b after a few epochs, for any data"""
    right = train(reference, pair, epochs, rate)
    fitted.require_parameters(train(student, pair, epochs, rate), right)


@check(Rung.PROPERTY, 3, examples=4)
@given(pair=data, epochs=st.integers(2, 4), rate=rates)
def test_losses(
    student: Student, reference: Reference, pair: Pair, epochs: int, rate: float
) -> None:
    """records the right losses, for any data"""
    right = train(reference, pair, epochs + 1, rate).losses
    fitted.require_losses(train(student, pair, epochs, rate).losses, right)


@check(Rung.PROPERTY, 2, examples=2)
@given(pair=data)
def test_recorded_before_update(student: Student, reference: Reference, pair: Pair) -> None:
    """records the loss as it is before the update"""
    right = train(reference, pair, 1, 0.1).losses
    fitted.require_first_loss(train(student, pair, 1, 0.1).losses, float(right[0]))


@check(Rung.PROPERTY, 2, examples=2)
@given(pair=data)
def test_starts_at_zero(student: Student, reference: Reference, pair: Pair) -> None:
    """starts at W = 0 and b = 0: at a rate next to 0 it stays there"""
    right = train(reference, pair, 1, STANDING)
    found = train(student, pair, 1, STANDING)
    fitted.require_parameters(found, right, "does not start at 0:")


@check(Rung.PROPERTY, 3, examples=3)
@given(pair=featured(floats(-4, 4), rows=(3, 4)))
def test_own_targets(student: Student, reference: Reference, pair: Pair) -> None:
    """compares every prediction with its own target, with no other"""
    blurred = (pair[0], np.full_like(pair[1], pair[1].mean()))
    right, crossed = (train(reference, each, 1, 0.1) for each in (pair, blurred))
    fitted.require_own_targets(train(student, pair, 1, 0.1), right, crossed, "target")


@check(Rung.PROPERTY, 1, examples=3)
@given(pair=featured(nonzero(60, 90), rows=(1, 1), most_features=1))
def test_one_row(student: Student, reference: Reference, pair: Pair) -> None:
    """learns from a single row, too, with a target far off"""
    right = train(reference, pair, 2, 0.1)
    fitted.require_parameters(train(student, pair, 2, 0.1), right)


@check(Rung.PROPERTY, 2, examples=1)
@given(pair=crowds(floats(-4, 4)))
def test_every_row(student: Student, reference: Reference, pair: Pair) -> None:
    """learns from every row, where there are many"""
    right = train(reference, pair, 1, 0.1)
    fitted.require_parameters(train(student, pair, 1, 0.1), right)


@check(Rung.PROPERTY, 1, examples=2)
@given(pair=data)
def test_unchanged_when_repeated(student: Student, pair: Pair) -> None:
    """trains on a mean: W and b are the same when all rows are given twice over"""
    once = train(student, pair, 1, 0.1)
    twice = train(student, (np.tile(pair[0], (2, 1)), np.tile(pair[1], 2)), 1, 0.1)
    fitted.require_parameters(twice, once, "changes with the same rows given twice over:")


@check(Rung.PROPERTY, 1)
def test_starts_anew(student: Student) -> None:
    """starts anew with every call"""
    first = train(student, (X, Y), 2, RATE)
    again = train(student, (X, Y), 2, RATE)
    fitted.require_parameters(again, first, "does not start anew with the second call:")


@check(Rung.GRADIENT, 2, examples=2)
@given(pair=data)
def test_rate_scales_step(student: Student, reference: Reference, pair: Pair) -> None:
    """twice the learning rate takes twice the step"""
    right = train(reference, pair, 1, 0.125)
    once = train(student, pair, 1, 0.0625)
    fitted.require_twice_the_step(once, train(student, pair, 1, 0.125), right)


@check(Rung.CONVERGENCE, 4, examples=2)
@given(W=st.tuples(floats(-3, 3), floats(-3, 3)).filter(any), b=floats(-3, 3), off=floats(-1, 1))
def test_converges(
    student: Student,
    W: tuple[float, float],  # noqa: N803
    b: float,
    off: float,
) -> None:
    """comes to the W and b of least squares below the stable rate"""
    # What is off goes up and down with the product of both features: no weight can follow it.
    together = SQUARE[:, 0] * SQUARE[:, 1]
    targets = np.asarray(SQUARE @ np.asarray(W) + b + off * together, np.float32)
    # Each epoch leaves a tenth of what is missing.
    found = train(student, (SQUARE, targets), 7, 0.45)
    wanted = Fit(np.asarray(W), np.asarray([b]), np.zeros(0))
    fitted.require_parameters(found, wanted, "does not come to least squares:")


@check(Rung.CONVERGENCE, 2, examples=1)
@given(W=st.tuples(nonzero(1, 4), nonzero(12, 16)), b=nonzero(1, 4))
def test_long_training(
    student: Student,
    reference: Reference,
    W: tuple[float, float],  # noqa: N803
    b: float,
) -> None:
    """trains every epoch alike, to the last of many"""
    pair = (HALF, np.asarray(HALF @ np.asarray(W) + b, np.float32))
    # The loss falls from above 40 to below 1e-4, where nothing may stop or pull W to 0.
    right, found = train(reference, pair, 17, 0.8), train(student, pair, 16, 0.8)
    fitted.require_losses(found.losses, right.losses)
    fitted.require_parameters(found, train(reference, pair, 16, 0.8))


@check(Rung.CONVERGENCE, 1)
def test_diverges(student: Student, reference: Reference) -> None:
    """lets the loss grow where the rate is too large"""
    pair = (SQUARE, (3 * SQUARE[:, 0] - SQUARE[:, 1] + 2).astype(np.float32))
    right = train(reference, pair, 7, 1.5).losses
    losses = train(student, pair, 6, 1.5).losses
    fitted.require_length(losses, 6)
    compare.require(
        not np.isfinite(losses[-1]) or bool(losses[-1] > right[-2] / 2),
        "does not diverge at a rate above the bound",
        compare.digits(losses[-1]),
        f"about {compare.digits(right[-2])}, and growing",
        ending=f"{fitted.ending('losses')}[-1]",
    )
