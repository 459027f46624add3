"""Calls inside calls: how they are differentiated, made float64, and shown."""

import json
import subprocess
import sys

import numpy as np
import pytest
from conftest import ROOT

from grader.checking import through
from grader.checking.paste import Focus, exactly, transcript_code
from grader.checking.reference import doubled
from grader.checking.subject import argument, graded_call
from grader.worker.messages import Assign, Call, Graded, Probe, Result, Tensor

ROWS = np.asarray([[0.0, 1.0]], np.float32)
# The worker imports TensorFlow, which the tests' own process does not.
WORKER = """
import json
import numpy as np
from grader.checking import through
from grader.checking.subject import graded_call, unpacked
from grader.worker.messages import Assign, Call, Graded, Probe, Result
from grader.worker.perform import Desk
x = np.asarray([[1.0, 2.0]], np.float32)
desk = Desk({"double": lambda x: 2.0 * x, "swap": lambda a, b: b - a}, "file.py")
calls = (
    Call(Probe("l2_loss"), (Result(graded_call("double", x)),), sources=(0,)),
    graded_call("swap", x, through("softmax", x), sources=(0, 1)),
)
answers = desk.perform(calls).outcomes
print(json.dumps([[unpacked(each).tolist() for each in one.gradients] for one in answers]))
"""


def test_a_gradient_reaches_the_argument_of_the_inner_call():
    """A source that is itself a call stands for its first argument; another stays what it is."""
    ran = subprocess.run(
        [sys.executable, "-c", WORKER],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=300,
        check=True,
    )
    half_square, swapped = json.loads(ran.stdout.splitlines()[-1])
    assert half_square == [[[4.0, 8.0]]]
    assert swapped[0] == [[-1.0, -1.0]]
    assert np.allclose(swapped[1], 0.0, atol=1e-6)


def test_an_inner_call_is_doubled_too():
    """The reference answers in float64, also where an argument is a call."""
    call = doubled(graded_call("loss", ROWS, through("softmax", ROWS)))
    plain, inner = call.arguments
    assert isinstance(plain, Tensor)
    assert isinstance(inner, Result)
    assert plain.array.dtype == inner.call.arguments[0].array.dtype == "float64"


def test_an_inner_call_is_shown_as_code():
    """TensorFlow's own functions are shown by their name there, and imported from nowhere."""
    into = graded_call("loss", ROWS, through("softmax", ROWS))
    out_of = Call(Probe("l2_loss"), (Result(graded_call("softmax", ROWS)),))
    rows = "tf.constant([[0.0, 1.0]])"
    assert transcript_code([into]) == f"loss({rows}, tf.nn.softmax({rows}))"
    assert transcript_code([out_of]) == f"tf.nn.l2_loss(softmax({rows}))"


def test_an_inner_probe_is_defined():
    """A loss of the kit's own is defined above where it is shown, also inside a call."""
    call = Call(Graded("loss"), (Result(Call(Probe("shifted_loss"), (argument(ROWS),))),))
    first = transcript_code([call]).splitlines()[0]
    assert first.startswith("def shifted_loss(targets, predictions): return tf.reduce_mean(")


def test_several_numbers_are_assigned_in_the_shape_that_a_variable_has():
    """Weights in a row or a column are set by the same code; one number stays one number."""
    assert transcript_code([Assign("model", {"b": 0.5}, {"W": (1.0, 2.0)})]).splitlines() == [
        "model.b.assign(0.5)",
        "model.W.assign(tf.reshape([1.0, 2.0], model.W.shape))",
    ]


def test_without_a_call_there_is_no_code():
    """A failure that no example shows has no code, whatever the code should have ended in."""
    assert transcript_code([], Focus("{}[0]")) == ""


def test_many_rows_of_one_kind_are_written_once():
    """Long arrays with equal entries in a row are short to write, and come back as they were."""
    rows = np.asarray([[1.0, 0.5]] * 16 + [[-1.0, 0.0]], np.float32)
    code = exactly(rows)
    assert code == "[[1.0, 0.5]] * 16 + [[-1.0, 0.0]]"
    assert np.array_equal(eval(code), rows)


@pytest.mark.parametrize("numbers", [[2.0] * 8, list(range(12)), [], [0.5]])
def test_other_arrays_are_written_in_full(numbers):
    """Short arrays, and those without equal neighbours, are written entry by entry."""
    assert "*" not in exactly(np.asarray(numbers, np.float64))
