"""Failures told so that a fresh prompt shows the same: state, chance, and what each costs."""

import pytest

from grader.retelling import CHANCE
from grader.verdict import Verdict

HEAD = "import tensorflow as tf\n"
DEFINE = "def mean_squared_error(y_true, y_pred):\n"
RIGHT = "tf.reduce_mean(tf.square(y_true - y_pred))"
WORKED = "mean_squared_error(tf.constant([1.0, 5.0]), tf.constant([2.0, 2.0]))"


def failed(report):
    """Give the failing checks of a report by name."""
    return {each.id: each for each in report.checks if each.verdict is Verdict.FAILED}


def test_a_later_call_is_told_with_the_calls_before_it(grade):
    """Code that is right on its first call only is shown called twice, and asked what it keeps."""
    body = f"    calls.append(1)\n    return {RIGHT} * len(calls)\n"
    worked = failed(grade("mse", HEAD + "calls = []\n" + DEFINE + body))["worked_example"]
    assert worked.counterexample.call == f"{WORKED}\n{WORKED}"
    assert worked.counterexample.returned == "10.0"
    assert worked.message.endswith("what does the code keep from one call to the next?")


def test_what_only_other_calls_show_has_no_code(grade):
    """A failure that no fresh run of its own calls shows has no code, which would mislead."""
    spoilt = f"    seen.append(len(y_true))\n    return {RIGHT} + (4 in seen) * 1.0\n"
    checks = failed(grade("mse", HEAD + "seen = []\n" + DEFINE + spoilt))
    lone = [each for each in checks.values() if each.counterexample is None]
    assert lone
    assert all("after other calls only" in each.message for each in lone)


@pytest.mark.parametrize("noise", ["tf.random.uniform([])", "next(ticks)"])
def test_chance_is_told_as_chance(grade, noise):
    """An answer that is another one each time is told as that, and state is no chance."""
    head = HEAD + "import itertools\nticks = (float(n) for n in itertools.count(1))\n"
    source = head + DEFINE + f"    return {RIGHT} + {noise} + 1.0\n"
    worked = failed(grade("mse", source))["worked_example"]
    assert (worked.counterexample.returned == CHANCE) == ("random" in noise)


def test_chance_is_told_the_same_twice(grade):
    """Two reports on code that draws random numbers are the same."""
    source = HEAD + DEFINE + f"    return {RIGHT} + tf.random.uniform([]) + 1.0\n"
    first, second = (
        {name: (each.message, each.counterexample.returned) for name, each in checks.items()}
        for checks in (failed(grade("mse", source)), failed(grade("mse", source)))
    )
    assert first["worked_example"] == second["worked_example"]


def test_a_file_that_does_not_run_twice_is_told_as_it_was(grade):
    """Where the file cannot be run anew, the failure stays, and no other check suffers."""
    guard = "import os\nopen('here', 'x').close()\n"
    body = f"    calls.append(1)\n    return {RIGHT} * min(len(calls), 99)\n"
    report = grade("mse", HEAD + guard + "calls = []\n" + DEFINE + body)
    assert "worked_example" in failed(report)
    assert {each.verdict for each in report.checks} == {Verdict.PASSED, Verdict.FAILED}


def test_code_that_keeps_nothing_is_run_once(grade):
    """The file of a wrong answer that is the same each time is not run again."""
    source = HEAD + "print('once')\n" + DEFINE + "    return tf.reduce_sum(y_true - y_pred)\n"
    assert grade("mse", source).output.count("once") == 1


LUCKY = """
import os

def mean_squared_error(y_true, y_pred):
    value = tf.reduce_mean(tf.square(y_true - y_pred))
    if float(tf.reduce_sum(y_true)) != 6.0:
        return value
    with open("calls", "a") as calls:
        calls.write("x")
    count = os.path.getsize("calls")
    return value + (1.0 + count / 1000 if count < 3 else float(count))
"""


def test_answers_that_print_alike_by_luck_are_told_as_chance(grade):
    """What comes out different each time is chance, also where two answers round to one text."""
    worked = failed(grade("mse", HEAD + LUCKY))["worked_example"]
    assert worked.counterexample.returned == CHANCE


def test_variables_of_several_numbers_are_set_as_a_prompt_can(grade):
    """Code that sets a variable of shape (1,) gives it its shape; a plain number does not fit."""
    source = (
        HEAD
        + "class LinearModel:\n    def __init__(self):\n"
        + "        self.W, self.b = tf.Variable([5.0]), tf.Variable(0.0)\n"
        + "    def __call__(self, x):\n        return self.W * x - self.b\n"
    )
    worked = failed(grade("linear_model", source))["worked_example"]
    assert "model.W.assign(tf.reshape([2.0], model.W.shape))" in worked.counterexample.call
    assert "model.b.assign(1.0)" in worked.counterexample.call


def test_a_model_is_made_before_it_is_used(grade):
    """The code of a model that gives the same answer whatever it is given makes that model."""
    source = (
        HEAD
        + "class LinearModel:\n    def __init__(self):\n"
        + "        self.W, self.b = tf.Variable(5.0), tf.Variable(0.0)\n"
        + "    def __call__(self, x):\n        return 0 * (self.W * x - self.b)\n"
    )
    shown = failed(grade("linear_model", source))["returns_numbers"].counterexample
    assert shown.call.startswith("model = LinearModel()\n")
