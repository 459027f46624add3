"""Checks of train_linear."""

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
    float_arrays,
    floats,
    pairs,
    training,
)
from grader.checking.subject import Subject, argument
from grader.checking.tolerance import TRAJECTORY
from grader.worker.messages import Call, Graded, Number, Object, Probe, Read, Value

NAME = "train_linear"
DATA = (np.asarray([1.0, 2.0], np.float32), np.asarray([3.0, 5.0], np.float32))
KEYS = ("W", "b", "loss")
# The bound of the stable rates is 1/2 here: the mean of the squares is 2.
SPREAD = np.asarray([-2.0, -1.0, 0.0, 1.0, 2.0], np.float32)
# The example of the contract, worked by hand: model W = 1, b = 0, two epochs and one more.
BY_HAND = {"W": [1.0, 1.8, 2.05], "b": [0.0, 0.5, 0.66], "loss": [6.5, 0.65, 0.07085]}

data = pairs(-2.0, 2.0, 3, 6)
starts = st.tuples(floats(-4, 4), floats(-4, 4)).filter(lambda start: 0 not in start)


def train(
    subject: Subject,
    start: tuple[float, float],
    inputs: np.ndarray,
    targets: np.ndarray,
    epochs: int,
    rate: float,
) -> tuple[Value, tuple[Value, ...]]:
    """Train the worker's own line; gives the history, and the attributes W and b at the end."""
    answers = subject.ask(
        Call(Probe("line"), tuple(map(Number, start)), keep="model"),
        Call(
            Graded(NAME),
            (Object("model"), argument(inputs), argument(targets), Number(epochs), Number(rate)),
        ),
        Read("model", ("W", "b")),
    )
    return answers[1].value, answers[2].gradients


def series(
    subject: Subject,
    start: tuple[float, float],
    inputs: np.ndarray,
    targets: np.ndarray,
    epochs: int,
    rate: float,
) -> dict[str, np.ndarray]:
    """Train, and give the history's numbers."""
    return training.history(train(subject, start, inputs, targets, epochs, rate)[0], *KEYS)


@check(Rung.LOADS, 0)
def test_loads(student: Student) -> None:
    """the file loads and defines train_linear"""
    compare.require_names(student, NAME)


@check(Rung.RUNS, 0)
def test_runs(student: Student) -> None:
    """trains two epochs without an error"""
    train(student, (1.0, 0.0), *DATA, 2, 0.1)


@check(Rung.TYPE, 1)
def test_returns_history(student: Student) -> None:
    """gives back a dictionary with the numbers of W, b and loss"""
    series(student, (1.0, 0.0), *DATA, 2, 0.1)


@check(Rung.SHAPE, 2)
def test_one_entry_an_epoch(student: Student) -> None:
    """records one entry an epoch"""
    for epochs in (1, 4):
        student.begin()
        training.require_length(series(student, (1.0, 0.0), *DATA, epochs, 0.1), epochs)


@check(Rung.EXAMPLE, 3)
def test_worked_example(student: Student) -> None:
    """takes the steps of the two epochs worked by hand"""
    found = series(student, (1.0, 0.0), *DATA, 2, 0.1)
    training.require_trajectory(found, {name: np.asarray(each) for name, each in BY_HAND.items()})


@check(Rung.PROPERTY, 6, examples=4)
@given(start=starts, pair=data, epochs=st.integers(2, 4), rate=st.sampled_from([0.03, 0.1]))
def test_trajectory(
    student: Student,
    reference: Reference,
    start: tuple[float, float],
    pair: Pair,
    epochs: int,
    rate: float,
) -> None:
    """takes the right way in W, b and loss, for any data and start"""
    right = series(reference, start, *pair, epochs + 1, rate)
    training.require_trajectory(series(student, start, *pair, epochs, rate), right)


@check(Rung.PROPERTY, 3, examples=2)
@given(start=starts, pair=data)
def test_recorded_before_update(
    student: Student, reference: Reference, start: tuple[float, float], pair: Pair
) -> None:
    """records W, b and loss as they are before the update"""
    right = series(reference, start, *pair, 1, 0.1)
    found = series(student, start, *pair, 2, 0.1)
    training.require_on_time(found, {name: float(right[name][0]) for name in KEYS})


@check(Rung.PROPERTY, 2, examples=2)
@given(start=starts, pair=data)
def test_starts_from_model(
    student: Student, reference: Reference, start: tuple[float, float], pair: Pair
) -> None:
    """starts from the W and b that the model has"""
    right = series(reference, start, *pair, 2, 0.03)
    found = series(student, start, *pair, 1, 0.03)
    for name in ("W", "b"):
        training.require_length({name: found[name]}, 1)
        first = float(found[name][0])
        near = [abs(first - each) <= 1e-3 for each in right[name]]
        compare.require(
            any(near),
            f"{name} does not start from the model's {name}",
            compare.digits(first),
            compare.digits(right[name][0]),
            ending=f"{training.entry(name)}[0]",
        )


@check(Rung.PROPERTY, 2, examples=2)
@given(start=starts, pair=data)
def test_model_trained(
    student: Student, reference: Reference, start: tuple[float, float], pair: Pair
) -> None:
    """leaves the trained W and b in the model"""
    right = train(reference, start, *pair, 3, 0.1)[1]
    found = train(student, start, *pair, 3, 0.1)[1]
    wanted = [compare.one_number(each) for each in right]
    message = "does not leave the trained W and b in the model"
    training.require_pair(found, wanted, TRAJECTORY, message)


@check(Rung.CONVERGENCE, 4, examples=2)
@given(line=st.tuples(floats(-3, 3), floats(-3, 3)), noise=float_arrays(-0.25, 0.25, 5, 5))
def test_converges(student: Student, line: tuple[float, float], noise: np.ndarray) -> None:
    """comes to the least-squares line below the stable rate"""
    targets = (line[0] * SPREAD + line[1] + noise).astype(np.float32)
    wanted = np.polyfit(SPREAD.astype(np.float64), targets.astype(np.float64), 1)
    found = train(student, (5.0, 0.0), SPREAD, targets, 12, 0.33)[1]
    training.require_pair(found, wanted, TRAJECTORY, "does not come to the least-squares line")


@check(Rung.CONVERGENCE, 2)
def test_diverges(student: Student, reference: Reference) -> None:
    """lets the loss grow where the rate is too large"""
    right = series(reference, (5.0, 0.0), SPREAD, 3 * SPREAD + 2, 10, 0.7)
    found = series(student, (5.0, 0.0), SPREAD, 3 * SPREAD + 2, 9, 0.7)["loss"]
    compare.require(
        len(found) > 0 and bool(found[-1] > right["loss"][-2] / 2 or not np.isfinite(found[-1])),
        "does not diverge at a rate above the bound",
        f"a last loss of {compare.digits(found[-1])}" if len(found) else "[]",
        f"a last loss of about {compare.digits(right['loss'][-2])}",
        ending=training.entry("loss") + ("[-1]" if len(found) else ""),
    )
