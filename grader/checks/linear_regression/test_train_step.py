"""Checks of train_step, on models and losses that belong to no exercise."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from grader.checking import Pair, Reference, Rung, Student, check, compare, floats, pairs, training
from grader.checking.tolerance import MOVED, STEP

NAME = "train_step"
DATA = (np.asarray([1.0, 2.0], np.float32), np.asarray([3.0, 5.0], np.float32))
# The first is what examples shrink to: it can be redone by hand.
LOSSES = ("shifted_loss", "leaning_loss", "cosh_loss")
# Prime, so that one rate is no multiple of another.
RATES = (0.011, 0.05, 0.13)
START = (1.5, -0.5)

data = pairs(-4.0, 4.0, max_size=5)
starts = st.tuples(floats(-4, 4), floats(-4, 4)).filter(lambda start: 0 not in start)


@check(Rung.LOADS, 0)
def test_loads(student: Student) -> None:
    """the file loads and defines train_step"""
    compare.require_names(student, NAME)


@check(Rung.RUNS, 0)
def test_runs(student: Student) -> None:
    """takes one step without an error"""
    training.step_values(student, START, "shifted_loss", DATA, [0.05])


@check(Rung.TYPE, 2)
def test_variables_kept(student: Student) -> None:
    """W and b are still variables after a step"""
    values = training.step_values(student, START, "shifted_loss", DATA, [0.05])[0]
    training.require_variables_left(values)


@check(Rung.EXAMPLE, 4)
def test_worked_example(student: Student) -> None:
    """moves W from 1 to 1.5 and b from 0 to 0.2 in the example worked by hand"""
    found = training.step_values(student, (1.0, 0.0), "shortfall", DATA, [0.1], "parabola")[0]
    training.require_pair(found, [1.5, 0.2], STEP, start=(1.0, 0.0))


@check(Rung.PROPERTY, 6, examples=6)
@given(
    start=starts,
    loss=st.sampled_from(LOSSES),
    batch=data,
    rate=st.sampled_from(RATES),
    probe=st.sampled_from(["line", "curve"]),
)
def test_matches_reference(
    student: Student,
    reference: Reference,
    start: tuple[float, float],
    loss: str,
    batch: Pair,
    rate: float,
    probe: str,
) -> None:
    """takes the exact step for any W, b, loss, data and rate"""
    expected = training.steps(reference, start, loss, batch, [rate], probe)[0]
    found = training.step_values(student, start, loss, batch, [rate], probe)[0]
    training.require_pair(found, expected, STEP, start=start)


@check(Rung.PROPERTY, 2)
def test_both_move(student: Student) -> None:
    """moves W and moves b"""
    after = training.steps(student, START, "shifted_loss", DATA, [0.05])[0]
    for name, old, new in zip(("W", "b"), START, after, strict=True):
        compare.require(
            abs(new - old) > MOVED,
            f"does not move {name}",
            f"{name} = {compare.digits(new)}, as before the step",
            f"another {name}",
            ending=f"model.{name}",
        )


@check(Rung.PROPERTY, 3, examples=3)
@given(start=starts, batch=data)
def test_simultaneous(
    student: Student, reference: Reference, start: tuple[float, float], batch: Pair
) -> None:
    """takes both gradients before it moves either variable"""
    expected = training.steps(reference, start, "shifted_loss", batch, [0.13])[0]
    found = training.step_values(student, start, "shifted_loss", batch, [0.13])[0]
    message = "does not move both by the gradients at the old W and b"
    training.require_pair(found, expected, STEP, message, start)


@check(Rung.PROPERTY, 2, examples=3)
@given(start=starts, batch=data)
def test_rate_scales_step(
    student: Student, reference: Reference, start: tuple[float, float], batch: Pair
) -> None:
    """twice the learning rate takes twice the step"""
    right = training.steps(reference, start, "shifted_loss", batch, [0.125])[0] - start
    once = training.steps(student, start, "shifted_loss", batch, [0.0625])[0] - start
    student.begin()
    twice = training.steps(student, start, "shifted_loss", batch, [0.125])[0] - start
    at_rest = not np.any(np.abs(right) > MOVED)
    training.require_twice_the_step(once, twice, start, at_rest=at_rest)


@check(Rung.PROPERTY, 4, examples=3)
@given(start=starts, loss=st.sampled_from(LOSSES), batch=data)
def test_several_steps(
    student: Student, reference: Reference, start: tuple[float, float], loss: str, batch: Pair
) -> None:
    """takes several steps in a row, each from where the last one ended"""
    rates = [0.011, 0.05, 0.011]
    expected = training.steps(reference, start, loss, batch, rates)[-1]
    found = training.step_values(student, start, loss, batch, rates)[-1]
    training.require_pair(found, expected, STEP, start=start)


@check(Rung.PROPERTY, 2, examples=3)
@given(start=starts, batch=data)
def test_uses_given_loss(
    student: Student, reference: Reference, start: tuple[float, float], batch: Pair
) -> None:
    """follows the loss that it is handed, called as loss_fn(targets, predictions)"""
    expected = training.steps(reference, start, "shifted_loss", batch, [0.05])[0]
    found = training.step_values(student, start, "shifted_loss", batch, [0.05])[0]
    training.require_pair(found, expected, STEP, start=start)
