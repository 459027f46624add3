"""Several files of a student in one worker: names of their own, pieces that work together."""

import numpy as np
import pytest

from grader.checking.failures import StudentRaised
from grader.checking.student import Homework
from grader.checking.subject import argument, graded_call
from grader.labs.pieces import Pieces
from grader.limits import Limits
from grader.worker.messages import Ask, Call, Graded, Load, Object, Probe, Raised, Read, Scan

ONE = b"""
import tensorflow as tf
factor = 2.0


class Model:
    def __init__(self):
        self.W = tf.Variable(3.0)
        self.b = tf.Variable(1.0)

    def __call__(self, inputs):
        return factor * self.W * inputs + self.b
"""
TWO = b"""
import tensorflow as tf
factor = 10.0


def apply(model, inputs):
    return factor * model(inputs)


def replace(model):
    model.W = tf.Variable(4.0)


def broken(inputs):
    raise ValueError("on purpose")
"""
X = argument(np.asarray([1.0, 2.0], np.float32))


@pytest.fixture
def pieces(warm):
    """Two files in one worker."""
    homework = (
        Homework("one", "unit/one.py", ("Model",), ONE),
        Homework("two", "unit/two.py", ("apply", "replace", "broken"), TWO),
    )
    opened = Pieces(homework, warm.supply, Limits())
    yield opened
    opened.close()


def values(answer):
    """The numbers of an answer."""
    return np.frombuffer(answer.value.data, answer.value.dtype).tolist()


def test_pieces_of_two_files_work_together(pieces):
    """A function of one file is handed an object of another; each reads its own globals."""
    answers = pieces.ask(
        Call(pieces.piece("one", "Model"), keep="model"),
        Call(pieces.piece("two", "apply"), (Object("model"), X)),
    )
    assert values(answers[1]) == [70.0, 130.0]


def test_a_name_without_a_file_is_the_first_file_s(pieces):
    """What names no file means what it means where one file is loaded."""
    pieces.ask(graded_call("Model", keep="model"))
    with pytest.raises(StudentRaised):
        pieces.ask(Call(Graded("apply"), (Object("model"), X)))


def test_an_error_names_its_file(pieces):
    """What a second file raises is told with its name, line and text."""
    with pytest.raises(StudentRaised) as caught:
        pieces.ask(Call(pieces.piece("two", "broken"), (X,)))
    raised = caught.value.raised
    assert (raised.file, raised.line) == ("two.py", 15)
    assert raised.text == 'raise ValueError("on purpose")'


def test_a_piped_model_follows_its_own(pieces):
    """W and b of a model that goes through a function are the model's, also when replaced."""
    answers = pieces.ask(
        Call(pieces.piece("one", "Model"), keep="model"),
        Call(Probe("piped"), (Object("model"), Probe("softmax")), keep="piped"),
        Call(pieces.piece("two", "replace"), (Object("piped"),)),
        Read("model", ("W", "b")),
        Read("piped", ("W", "b")),
    )
    for answer in answers[3:]:
        assert [np.frombuffer(each.data, each.dtype)[0] for each in answer.gradients] == [4.0, 1.0]


def test_one_file_at_a_time_replaces_the_last(warm):
    """Without being asked to lie beside it, a file takes the place of the one before."""
    worker = warm.supply.take()
    try:
        for path, source in (("unit/one.py", ONE), ("unit/two.py", TWO)):
            worker.ask(Scan(path, source, (), ()), 5.0)
            worker.ask(Load(path), 5.0)
        gone = worker.ask(Ask((Call(Graded("Model", "unit/one.py")),)), 5.0).outcomes[0]
        there = worker.ask(Ask((Call(Graded("replace"), (Probe("line"),)),)), 5.0).outcomes[0]
    finally:
        warm.supply.release(worker)
    assert (gone.type_name, gone.message) == ("KeyError", "'unit/one.py'")
    assert not isinstance(there, Raised)
