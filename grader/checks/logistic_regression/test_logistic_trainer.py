"""Checks of the logistic trainer: a check a bug, blocked by none of the others.

Where a bug would hide another one, the check goes round it: the model and the loss are called by
themselves, and the misspelt name of the learning rate is given a value.
"""

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
    floats,
    gradients,
    labelled,
    models,
    ndarray,
    pairs,
    training,
)
from grader.checking.subject import Plain, Subject, argument, graded_call
from grader.checking.tolerance import CROSS_ENTROPY, PROBABILITY, STEP, TRAJECTORY
from grader.worker.messages import (
    Assign,
    Call,
    Define,
    Graded,
    Number,
    Object,
    Read,
    Result,
    Variable,
)

KEYS = ("W", "loss")
INPUTS = np.asarray([-5.0, -3.0, -1.0, 1.0, 3.0, 5.0], np.float32)
OUTPUTS = np.asarray([0.0, 0.0, 0.0, 1.0, 1.0, 1.0], np.float32)
LEFT_OUT = Define("leaning_rate", 0.1)
# Six labels, as many as the file's own demo data has, and none of them the demo's.
MIXED = np.asarray([1.0, 0.0, 1.0, 0.0, 0.0, 0.0], np.float32)


def step(subject: Subject, start: float, labels: np.ndarray, rate: float, *before: Define) -> float:
    """Take one train_step from a given W; gives W after it."""
    answers = subject.ask(
        *before,
        Call(Graded("LogisticModel"), keep="model"),
        Assign("model", {"W": start}),
        Call(
            Graded("train_step"),
            (Object("model"), argument(INPUTS), argument(labels), Number(rate)),
        ),
        Read("model", ("W",)),
    )
    return compare.one_number(answers[-1].gradients[0])


def trajectory(
    subject: Subject, inputs: Plain, outputs: Plain, epochs: int, rate: float, *before: Define
) -> dict[str, np.ndarray]:
    """Train a new model; gives the history's numbers."""
    call = graded_call("train_logistic", inputs, outputs, epochs, rate)
    return training.history(subject.ask(*before, call)[-1].value, *KEYS)


@check(Rung.LOADS, 0)
def test_loads(student: Student) -> None:
    """the file loads and defines its four names"""
    compare.require_names(
        student, "binary_cross_entropy", "LogisticModel", "train_step", "train_logistic"
    )


@check(Rung.PROPERTY, 6, examples=4, independent=True)
@given(pair=labelled(0.125, 0.875))
def test_loss_second_term(student: Student, reference: Reference, pair: Pair) -> None:
    """the loss, alone, is the mean cross-entropy for labels of 1 and of 0"""
    labels = np.concatenate([pair[0], [1.0]]).astype(np.float32)
    probabilities = np.concatenate([pair[1], [0.75]]).astype(np.float32)
    right = reference.call("binary_cross_entropy", labels, probabilities).value
    found = student.call("binary_cross_entropy", labels, probabilities).value
    compare.require_close(found, compare.numbers(right), CROSS_ENTROPY, "gives a different loss")


@check(Rung.PROPERTY, 6, examples=4, independent=True)
@given(W=floats(-2, 2).filter(bool))
def test_model_sign(student: Student, reference: Reference, W: float) -> None:  # noqa: N803
    """the model, alone, gives the probability of label 1 for any W"""
    right = models.outputs(reference, "LogisticModel", INPUTS, W=W)
    found = models.outputs(student, "LogisticModel", INPUTS, W=W)
    compare.require_close(
        found, compare.numbers(right), PROBABILITY, "gives different probabilities"
    )


@check(Rung.PROPERTY, 6, examples=2, independent=True)
@given(start=floats(0.25, 1))
def test_learning_rate_name(student: Student, start: float) -> None:
    """train_step moves W in proportion to the learning rate it is handed"""
    once = step(student, start, MIXED, 0.0625) - start
    student.begin()
    twice = step(student, start, MIXED, 0.125) - start
    training.require_twice_the_step(np.asarray([once]), np.asarray([twice]), (start,), ("W",))


@check(Rung.PROPERTY, 6, examples=2, independent=True)
@given(start=floats(0.25, 1))
def test_labels_handed_in(student: Student, start: float) -> None:
    """train_step trains on the labels it is handed"""
    here = step(student, start, MIXED, 0.1, LEFT_OUT)
    student.begin()
    there = step(student, start, 1 - MIXED, 0.1, LEFT_OUT)
    compare.require(
        abs(here - there) > 1e-4,
        "takes the same step whatever the labels are: which labels does it read?",
        f"W = {compare.digits(there)}, as for the opposite labels",
        "another W for other labels",
    )


@check(Rung.PROPERTY, 6, examples=4, independent=True)
@given(size=floats(18, 60), label=st.sampled_from([0.0, 1.0]))
def test_log_of_zero(student: Student, size: float, label: float) -> None:
    """the loss of predictions that are certain, and its gradient, are finite"""
    inputs = np.asarray([-size, size], np.float32)
    labels = np.full(2, label, np.float32)
    predictions = Result(Call(Object("model"), (argument(inputs),)))
    answer = student.ask(
        Call(Graded("LogisticModel"), keep="model"),
        Assign("model", {"W": 1.0}),
        Call(
            Graded("binary_cross_entropy"),
            (argument(labels), predictions),
            sources=(Variable("model", "W"),),
        ),
    )[-1]
    value = compare.numbers(answer.value)
    compare.require(
        bool(np.all(np.isfinite(value))),
        "the loss is not finite where a prediction is exactly 0 or 1",
        compare.show(answer.value),
        "a finite number",
    )
    gradients.require_finite(answer, Variable("model", "W"))


@check(Rung.PROPERTY, 4, independent=True)
def test_recorded_before_update(student: Student) -> None:
    """W and loss of an epoch are both recorded before its update"""
    found = trajectory(student, INPUTS, OUTPUTS, 3, 0.1, LEFT_OUT)
    training.require_length(found, 3)
    training.require_on_time(found, {"W": -0.01}, STEP)
    compare.require(
        abs(found["W"][1] - found["W"][0]) > 1e-5,
        "W never moves, so nothing shows when it is recorded",
        compare.show(found["W"]),
        "another W in every epoch",
        ending=training.entry("W"),
    )
    # With the student's own loss and model, so that another bug does not count here.
    so_far = list(student.transcript)
    own = student.ask(
        Call(Graded("LogisticModel"), keep="model"),
        Call(
            Graded("binary_cross_entropy"),
            (argument(OUTPUTS), Result(Call(Object("model"), (argument(INPUTS),)))),
        ),
    )[-1].value
    student.transcript = so_far
    training.require_on_time(found, {"loss": compare.one_number(own)})


@check(Rung.CONVERGENCE, 4, examples=2, independent=True)
@given(pair=pairs(-3.0, 3.0, 3, 6), rate=st.sampled_from([0.02, 0.1]))
def test_trajectory(student: Student, reference: Reference, pair: Pair, rate: float) -> None:
    """takes the right way in W and loss"""
    labels = (pair[1] > 0).astype(np.float32)
    right = trajectory(reference, pair[0], labels, 6, rate)
    found = trajectory(student, pair[0], labels, 5, rate)
    training.require_trajectory(found, right, TRAJECTORY)


@check(Rung.CONVERGENCE, 2, independent=True)
def test_integer_arrays(student: Student, reference: Reference) -> None:
    """takes the right way also for integer NumPy arrays"""
    inputs, outputs = (ndarray(each.astype(np.int64)) for each in (INPUTS, OUTPUTS))
    right = trajectory(reference, inputs, outputs, 5, 0.05)
    found = trajectory(student, inputs, outputs, 4, 0.05)
    training.require_trajectory(found, right, TRAJECTORY)
