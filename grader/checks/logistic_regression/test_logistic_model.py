"""Checks of LogisticModel."""

import numpy as np
from hypothesis import given

from grader.checking import Reference, Rung, Student, batches, check, compare, floats, models
from grader.checking.tolerance import PROBABILITY, STEP

NAME = "LogisticModel"
INPUTS = np.asarray([-1.0, 0.0, 2.0], np.float32)
LOG_3 = 1.0986123


@check(Rung.LOADS, 0)
def test_loads(student: Student) -> None:
    """the file loads and defines LogisticModel"""
    compare.require_names(student, NAME)


@check(Rung.RUNS, 0)
def test_runs(student: Student) -> None:
    """a model can be made and called"""
    student.call(NAME, keep="model")
    student.apply("model", INPUTS)


# Before any other check assigns to W, which models may wrongly share; it gates nothing.
@check(Rung.TYPE, 2, independent=True)
def test_start_value(student: Student) -> None:
    """W starts at -0.01"""
    student.call(NAME, keep="model")
    (weight,) = student.read("model", "W")
    compare.require_close(weight, -0.01, STEP, "W starts at another value", "model.W")


@check(Rung.TYPE, 2)
def test_has_variable(student: Student) -> None:
    """W is a variable that can be assigned"""
    student.call(NAME, keep="model")
    models.require_variables(student, "model", "W")


@check(Rung.TYPE, 0)
def test_returns_numbers(student: Student) -> None:
    """the model gives back numbers that depend on its inputs"""
    student.call(NAME, keep="model")
    compare.require_numeric(student.apply("model", INPUTS).value)
    student.begin()
    student.call(NAME, keep="model")
    student.assign("model", W=2.0)
    answers = [student.apply("model", inputs).value for inputs in (INPUTS, 3 - 2 * INPUTS)]
    compare.require_dependence(answers)


@check(Rung.SHAPE, 1, examples=6)
@given(inputs=batches())
def test_shape(student: Student, inputs: np.ndarray) -> None:
    """the probabilities have the shape of the inputs"""
    student.call(NAME, keep="model")
    compare.require_shape(student.apply("model", inputs).value, inputs.shape)


@check(Rung.EXAMPLE, 2)
def test_worked_example(student: Student) -> None:
    """gives 1/4, 1/2 and 9/10 for inputs -1, 0 and 2 where W is ln 3"""
    student.call(NAME, keep="model")
    student.assign("model", W=LOG_3)
    compare.require_close(student.apply("model", INPUTS).value, [0.25, 0.5, 0.9], PROBABILITY)


@check(Rung.PROPERTY, 4)
@given(inputs=batches(), W=floats(-4, 4))
def test_matches_reference(
    student: Student,
    reference: Reference,
    inputs: np.ndarray,
    W: float,  # noqa: N803
) -> None:
    """gives sigmoid(W * inputs) for any W and inputs"""
    expected = models.outputs(reference, NAME, inputs, W=W)
    found = models.outputs(student, NAME, inputs, W=W)
    compare.require_close(found, compare.numbers(expected), PROBABILITY)


@check(Rung.GRADIENT, 3, examples=4)
@given(inputs=batches(), W=floats(-4, 4))
def test_gradient_reaches_variable(
    student: Student,
    reference: Reference,
    inputs: np.ndarray,
    W: float,  # noqa: N803
) -> None:
    """a tape gets the gradient for W"""
    models.require_gradients(student, reference, NAME, inputs, W=W)


@check(Rung.PROPERTY, 1)
def test_instances_independent(student: Student) -> None:
    """every instance has a variable of its own"""
    models.require_independent(student, NAME, "W")
