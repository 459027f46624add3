"""Checks of LinearModel."""

import numpy as np
from hypothesis import given

from grader.checking import Reference, Rung, Student, batches, check, compare, floats, models
from grader.checking.tolerance import STEP

NAME = "LinearModel"
INPUTS = np.asarray([1.0, 2.0], np.float32)


@check(Rung.LOADS, 0)
def test_loads(student: Student) -> None:
    """the file loads and defines LinearModel"""
    compare.require_names(student, NAME)


@check(Rung.RUNS, 0)
def test_runs(student: Student) -> None:
    """a model can be made and called"""
    student.call(NAME, keep="model")
    student.apply("model", INPUTS)


# Before any other check assigns to W, which models may wrongly share; it gates nothing.
@check(Rung.TYPE, 2, independent=True)
def test_start_values(student: Student) -> None:
    """W starts at 5 and b at 0"""
    student.call(NAME, keep="model")
    weight, bias = student.read("model", "W", "b")
    compare.require_close(weight, 5.0, STEP, "W starts at another value", "model.W")
    compare.require_close(bias, 0.0, STEP, "b starts at another value", "model.b")


@check(Rung.TYPE, 2)
def test_has_variables(student: Student) -> None:
    """W and b are variables that can be assigned"""
    student.call(NAME, keep="model")
    models.require_variables(student, "model", "W", "b")


@check(Rung.TYPE, 0)
def test_returns_numbers(student: Student) -> None:
    """the model gives back numbers that depend on its inputs"""
    student.call(NAME, keep="model")
    compare.require_numeric(student.apply("model", INPUTS).value)
    student.begin()
    student.call(NAME, keep="model")
    student.assign("model", W=2.0, b=1.0)
    answers = [student.apply("model", inputs).value for inputs in (INPUTS, 3 - 2 * INPUTS)]
    compare.require_dependence(answers)


@check(Rung.SHAPE, 1, examples=6)
@given(inputs=batches())
def test_shape(student: Student, inputs: np.ndarray) -> None:
    """the predictions have the shape of the inputs"""
    student.call(NAME, keep="model")
    compare.require_shape(student.apply("model", inputs).value, inputs.shape)


@check(Rung.EXAMPLE, 2)
def test_worked_example(student: Student) -> None:
    """gives 3 and 5 for inputs 1 and 2 where W is 2 and b is 1"""
    student.call(NAME, keep="model")
    student.assign("model", W=2.0, b=1.0)
    compare.require_close(student.apply("model", INPUTS).value, [3.0, 5.0], STEP)


@check(Rung.PROPERTY, 4)
@given(inputs=batches(), W=floats(-4, 4), b=floats(-4, 4))
def test_matches_reference(
    student: Student,
    reference: Reference,
    inputs: np.ndarray,
    W: float,  # noqa: N803
    b: float,
) -> None:
    """gives W * inputs + b for any W, b and inputs"""
    expected = models.outputs(reference, NAME, inputs, W=W, b=b)
    found = models.outputs(student, NAME, inputs, W=W, b=b)
    compare.require_close(found, compare.numbers(expected), STEP)


@check(Rung.GRADIENT, 3, examples=4)
@given(inputs=batches(), W=floats(-4, 4), b=floats(-4, 4))
def test_gradient_reaches_variables(
    student: Student,
    reference: Reference,
    inputs: np.ndarray,
    W: float,  # noqa: N803
    b: float,
) -> None:
    """a tape gets the gradient for W and for b"""
    models.require_gradients(student, reference, NAME, inputs, W=W, b=b)


@check(Rung.PROPERTY, 1)
def test_instances_independent(student: Student) -> None:
    """every instance has variables of its own"""
    models.require_independent(student, NAME, "W", "b")
