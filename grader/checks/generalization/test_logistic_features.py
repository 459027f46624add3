"""Checks of logistic regression with several features: its model, and its training."""

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
    models,
)
from grader.checking.failures import CheckFailed
from grader.checking.fitted import Fit
from grader.checking.show import show
from grader.checking.subject import Subject, argument
from grader.checking.tolerance import PROBABILITY, STEP
from grader.worker.messages import (
    Assign,
    Call,
    Graded,
    Number,
    Object,
    Operation,
    Value,
)

MODEL, TRAIN = "LogisticModel", "train_logistic"
X = np.asarray([[2.0, 0.0], [0.0, 4.0], [2.0, 2.0], [0.0, 0.0]], np.float32)
Y = np.asarray([1.0, 0.0, 1.0, 1.0], np.float32)
# The example of the contract, worked by hand: one epoch, and the loss of a second.
RATE = 0.4
BY_HAND = Fit(np.asarray([0.2, -0.1]), np.asarray([0.1]), np.asarray([np.log(2), 0.55682]))
# So low a rate that nothing moves by what can be seen.
STANDING = 1e-6
# Each feature is -1 and 1, in all combinations.
SQUARE = np.asarray([[-1, -1], [-1, 1], [1, -1], [1, 1]], np.float32)

labels = st.sampled_from([1.0, 0.0])
data = featured(labels)
rates = st.sampled_from([0.1, 0.5])


def train(subject: Subject, pair: Pair, epochs: int, rate: float) -> Fit:
    """Train on rows of features and their labels."""
    value = fitted.train(subject, TRAIN, *pair, epochs, rate)
    return fitted.fit(value, pair[0].shape[1])


def asked(table: np.ndarray, *between: Operation) -> tuple[Operation, ...]:
    """Make a model for a table of features, and ask it for its probabilities."""
    made = Call(Graded(MODEL), (Number(table.shape[1]),), keep="model")
    return (made, *between, Call(Object("model"), (argument(table),)))


def require_probabilities(value: Value, rows: int) -> None:
    """Fail unless there is one number a row, in a vector or a column."""
    array = compare.require_numeric(value)
    if array.shape not in ((rows,), (rows, 1)):
        raise CheckFailed(
            f"the model has a result of shape {array.shape} for {rows} rows",
            f"{show(array)}, of shape {array.shape}",
            f"shape ({rows},) or ({rows}, 1)",
        )


@check(Rung.LOADS, 0)
def test_loads(student: Student) -> None:
    """the file loads and defines LogisticModel and train_logistic"""
    compare.require_names(student, MODEL, TRAIN)


@check(Rung.RUNS, 0)
def test_runs(student: Student) -> None:
    """makes a model, and trains two epochs, without an error"""
    student.ask(*asked(X))
    student.begin()
    fitted.train(student, TRAIN, X, Y, 2, RATE)


# Before any other check assigns to W, which models may wrongly share; it gates nothing.
@check(Rung.TYPE, 1, independent=True)
def test_start_values(student: Student) -> None:
    """the model's W and b start at 0"""
    student.call(MODEL, 2, keep="model")
    for name, value in zip("Wb", student.read("model", "W", "b"), strict=True):
        size = 2 if name == "W" else 1
        message = f"{name} starts at another value"
        compare.require_close(value, np.zeros(size), STEP, message, f"model.{name}")


# Training does not need the model, so that it can be judged without these.
@check(Rung.TYPE, 2, independent=True)
def test_has_variables(student: Student) -> None:
    """W and b of the model are variables that can be assigned: one number a feature, and one"""
    for features in (3, 1):
        student.begin()
        student.call(MODEL, features, keep="model")
        models.require_variables(student, "model", "W", "b", W=features)


@check(Rung.TYPE, 1)
def test_returns_three(student: Student) -> None:
    """training gives back W, b and a list of losses, all of them numbers"""
    weights, bias, losses = fitted.parts(fitted.train(student, TRAIN, X, Y, 2, RATE))
    fitted.series(losses)
    fitted.flat(bias, "b", None)
    fitted.flat(weights, "W", None)


@check(Rung.SHAPE, 1)
def test_one_probability_a_row(student: Student) -> None:
    """the model gives one probability a row"""
    for rows in (3, 1):
        student.begin()
        require_probabilities(student.ask(*asked(X[:rows]))[-1].value, rows)


@check(Rung.SHAPE, 2)
def test_one_weight_a_feature(student: Student) -> None:
    """training gives one weight a feature, and one bias"""
    for features in (3, 1):
        student.begin()
        table = np.arange(2 * features, dtype=np.float32).reshape(2, features)
        train(student, (table, Y[:2]), 1, RATE)


@check(Rung.SHAPE, 1)
def test_one_loss_an_epoch(student: Student) -> None:
    """training records one loss an epoch"""
    for epochs in (1, 4):
        student.begin()
        fitted.require_length(train(student, (X, Y), epochs, RATE).losses, epochs)


@check(Rung.EXAMPLE, 3)
def test_worked_example(student: Student) -> None:
    """takes the step of the epoch worked by hand"""
    found = train(student, (X, Y), 1, RATE)
    fitted.require_losses(found.losses, BY_HAND.losses)
    fitted.require_parameters(found, BY_HAND)


@check(Rung.PROPERTY, 2, examples=3)
@given(pair=data)
def test_model_starts_at_half(student: Student, pair: Pair) -> None:
    """a new model gives every row the probability 1/2"""
    half = np.full(len(pair[0]), 0.5)
    found = student.ask(*asked(pair[0]))[-1].value
    compare.require_close(found, half, PROBABILITY, "the model starts at other probabilities")


@check(Rung.PROPERTY, 6, examples=5)
@given(pair=data, W=st.lists(floats(-2, 2), min_size=3, max_size=3), b=floats(-2, 2))
def test_model_follows_parameters(
    student: Student,
    reference: Reference,
    pair: Pair,
    W: list[float],  # noqa: N803
    b: float,
) -> None:
    """the model gives the sigmoid of all features times their weights, plus b"""
    table = pair[0]
    new = Assign("model", {"b": b}, {"W": tuple(W[: table.shape[1]])})
    right = compare.numbers(reference.ask(*asked(table, new))[-1].value)
    found = student.ask(*asked(table, new))[-1].value
    compare.require_close(found, right, PROBABILITY, "the model gives other probabilities")


@check(Rung.PROPERTY, 1)
def test_instances_independent(student: Student) -> None:
    """every model has variables of its own"""
    models.require_independent(student, MODEL, "W", "b", arguments=(Number(2),))


@check(Rung.PROPERTY, 4, examples=6)
@given(pair=data, epochs=st.integers(1, 4), rate=rates)
def test_parameters(
    student: Student, reference: Reference, pair: Pair, epochs: int, rate: float
) -> None:
    """training comes to the right W and b after a few epochs, for any data"""
    right = train(reference, pair, epochs, rate)
    fitted.require_parameters(train(student, pair, epochs, rate), right)


@check(Rung.PROPERTY, 3, examples=4)
@given(pair=data, epochs=st.integers(2, 4), rate=rates)
def test_losses(
    student: Student, reference: Reference, pair: Pair, epochs: int, rate: float
) -> None:
    """training records the right losses, for any data"""
    right = train(reference, pair, epochs + 1, rate).losses
    fitted.require_losses(train(student, pair, epochs, rate).losses, right)


@check(Rung.PROPERTY, 2, examples=2)
@given(pair=data)
def test_recorded_before_update(student: Student, reference: Reference, pair: Pair) -> None:
    """records the loss as it is before the update, at first ln 2"""
    right = train(reference, pair, 1, 0.5).losses
    found = train(student, pair, 1, 0.5).losses
    fitted.require_first_loss(found, float(right[0]), STEP)


@check(Rung.PROPERTY, 1, examples=2)
@given(pair=data)
def test_starts_at_zero(student: Student, reference: Reference, pair: Pair) -> None:
    """starts at W = 0 and b = 0: at a rate next to 0 it stays there"""
    right = train(reference, pair, 1, STANDING)
    found = train(student, pair, 1, STANDING)
    fitted.require_parameters(found, right, "does not start at 0:")


@check(Rung.PROPERTY, 3, examples=3)
@given(pair=featured(labels, rows=(3, 4)))
def test_own_labels(student: Student, reference: Reference, pair: Pair) -> None:
    """compares every probability with its own label, with no other"""
    blurred = (pair[0], np.full_like(pair[1], pair[1].mean()))
    right, crossed = (train(reference, each, 1, 0.5) for each in (pair, blurred))
    fitted.require_own_targets(train(student, pair, 1, 0.5), right, crossed, "label")


@check(Rung.PROPERTY, 1, examples=3)
@given(pair=featured(labels, rows=(1, 1), most_features=1))
def test_one_row(student: Student, reference: Reference, pair: Pair) -> None:
    """training learns from a single row, too"""
    right = train(reference, pair, 2, 0.5)
    fitted.require_parameters(train(student, pair, 2, 0.5), right)


@check(Rung.PROPERTY, 2, examples=1)
@given(pair=crowds(labels))
def test_every_row(student: Student, reference: Reference, pair: Pair) -> None:
    """training learns from every row, where there are many"""
    right = train(reference, pair, 1, 0.5)
    fitted.require_parameters(train(student, pair, 1, 0.5), right)


# One step from 4 or -4 at rate 1 comes to logits of 8, which is to probabilities near 0 and 1.
@check(Rung.PROPERTY, 2, examples=2)
@given(order=st.permutations(range(4)), feature=st.integers(0, 1), side=st.sampled_from([1, -1]))
def test_confident(
    student: Student, reference: Reference, order: list[int], feature: int, side: int
) -> None:
    """training records the right losses where the probabilities come near 0 and 1"""
    rows = SQUARE[order]
    pair = (4 * rows, (side * rows[:, feature] > 0).astype(np.float32))
    right = train(reference, pair, 4, 1.0).losses
    fitted.require_losses(train(student, pair, 3, 1.0).losses, right)


@check(Rung.PROPERTY, 1, examples=2)
@given(pair=data)
def test_unchanged_when_repeated(student: Student, pair: Pair) -> None:
    """trains on a mean: W and b are the same when all rows are given twice over"""
    once = train(student, pair, 1, 0.5)
    twice = train(student, (np.tile(pair[0], (2, 1)), np.tile(pair[1], 2)), 1, 0.5)
    fitted.require_parameters(twice, once, "changes with the same rows given twice over:")


@check(Rung.PROPERTY, 1)
def test_starts_anew(student: Student) -> None:
    """training starts anew with every call"""
    first = train(student, (X, Y), 2, RATE)
    again = train(student, (X, Y), 2, RATE)
    fitted.require_parameters(again, first, "does not start anew with the second call:")


@check(Rung.GRADIENT, 2, examples=2)
@given(pair=data)
def test_rate_scales_step(student: Student, reference: Reference, pair: Pair) -> None:
    """twice the learning rate takes twice the step"""
    right = train(reference, pair, 1, 0.5)
    once = train(student, pair, 1, 0.25)
    fitted.require_twice_the_step(once, train(student, pair, 1, 0.5), right)


@check(Rung.CONVERGENCE, 2, examples=1)
@given(pair=featured(labels, rows=(4, 4), most_features=2))
def test_long_training(student: Student, reference: Reference, pair: Pair) -> None:
    """trains every epoch alike, to the last of many"""
    right, found = train(reference, pair, 15, 0.5), train(student, pair, 14, 0.5)
    fitted.require_losses(found.losses, right.losses)
    fitted.require_parameters(found, train(reference, pair, 14, 0.5))


@check(Rung.CONVERGENCE, 3)
def test_separates(student: Student) -> None:
    """training finds the line between two groups that differ in both features together"""
    table = np.asarray([[0, 1], [1, 0], [2, 1], [1, 2], [3, 0], [0, 0]], np.float32)
    # Label 1 where the features come to 3 or more: neither tells alone, and b has to help.
    sides = np.asarray([0, 0, 1, 1, 1, 0], np.float32)
    found = train(student, (table, sides), 9, 4.0)
    logits = table @ found.W + found.b
    compare.require(
        bool(np.all((logits > 0) == (sides == 1))),
        "does not separate two groups that a line can separate",
        show(found.W),
        "weights above 0, and a b below 0, so that X @ W + b is above 0 for label 1 alone",
        ending=fitted.ending("W"),
    )
