"""Honest stumbles: right answers pass, wrong ones get one message that names line or name."""

import json

import pytest

from grader.kit import STUBS
from grader.verdict import Verdict

HEAD = "import tensorflow as tf\n\n\n"
DEFINE = "def mean_squared_error(y_true, y_pred):\n"
RETURN = "    return tf.reduce_mean(tf.square(y_true - y_pred))\n"
RIGHT = HEAD + DEFINE + RETURN
UNICODE_NOTE = "# Mittelwert der Abstände ²\n"
KOREAN = "# 평균 제곱 오차\n"
MAIN = """
if __name__ == "__main__":
    import matplotlib
    raise SystemExit("only as a script")
"""
NOTEBOOK = json.dumps({"cells": [{"cell_type": "code", "source": [RIGHT]}], "nbformat": 4})


def answer(*lines, head=HEAD, define=DEFINE):
    """Write a file whose function has these lines."""
    return head + define + "".join(f"    {line}\n" for line in lines)


STILL_RIGHT = {
    "byte order mark": b"\xef\xbb\xbf" + RIGHT.encode(),
    "Windows line ends": RIGHT.replace("\n", "\r\n").encode(),
    "old Macintosh line ends": RIGHT.replace("\n", "\r").encode(),
    "all line ends mixed": RIGHT.replace("\n", "\r\n", 2).encode() + b"# end\r# end\n",
    "accents": UNICODE_NOTE + RIGHT,
    "a declared encoding": b"# -*- coding: cp949 -*-\n" + KOREAN.encode("cp949") + RIGHT.encode(),
    "tabs": RIGHT.replace("    ", "\t"),
    "no newline at the end": RIGHT.rstrip(),
    "form feed": RIGHT.replace("\n\n\n", "\n\f\n"),
    "a demonstration": RIGHT + "print(mean_squared_error(tf.ones(2), tf.ones(2)))\n",
    "a main block": RIGHT + MAIN,
    "thousands of prints": RIGHT + "for i in range(5000):\n    print('epoch', i)\n",
    "prints in every call": answer("for i in range(100): print(y_pred, i)", RETURN.strip()),
    "lone surrogates printed": RIGHT + "print('\\ud800 \\x00 \\x1b[2J')\n",
    "standard streams closed": RIGHT + "import sys\nsys.stdout.close()\nsys.stderr = None\n",
    "warnings as errors": "import warnings\nwarnings.simplefilter('error')\n" + RIGHT,
    "another folder": RIGHT + "import os\nos.chdir('/')\n",
    "reseeding": RIGHT + "import random\nrandom.seed(0)\ntf.random.set_seed(0)\n",
    "compiled": HEAD + "@tf.function\n" + DEFINE + RETURN,
    "compiled, and run before": HEAD + "@tf.function\n" + DEFINE + RETURN
    + "mean_squared_error(tf.constant([1.0]), tf.constant([3.0]))\n",
    "eager functions": "import tensorflow as tf\ntf.config.run_functions_eagerly(True)\n" + RIGHT,
    "a recursion limit": RIGHT + "import sys\nsys.setrecursionlimit(10_000)\n",
    "plots": RIGHT + "try:\n    import matplotlib.pyplot as plt\n    plt.plot([1]); plt.show()\n"
    "except ImportError:\n    pass\n",
    "logging": "import logging\nlogging.basicConfig(level=10)\n" + RIGHT,
    "annotations": "from __future__ import annotations\n" + RIGHT.replace("pred)", "pred: T)", 1),
}  # fmt: skip


@pytest.mark.parametrize("name", STILL_RIGHT)
def test_a_right_answer_passes_whatever_surrounds_it(grade, name):
    """Encodings, line ends, prints and settings take nothing from a right answer."""
    report = grade("mse", STILL_RIGHT[name])
    assert [each.message for each in report.checks if each.message] == []
    assert report.verdict is Verdict.PASSED


UNREACHED = {
    "main block": "if __name__ == '__main__':\n    print(tf.keras.losses.MSE([1.0], [2.0]))\n",
    "helper": "def compare(t, p):\n    return tf.keras.losses.MSE(t, p)\n",
}


@pytest.mark.parametrize("rest", UNREACHED.values(), ids=UNREACHED)
def test_comparing_with_the_library_is_allowed(grade, rest):
    """What no graded name reaches may call the library's own version."""
    assert grade("mse", RIGHT + rest).verdict is Verdict.PASSED


def test_an_own_method_called_fit_is_allowed(grade, kit):
    """A method of the student's own that is called fit is no ready-made trainer."""
    right = (kit.solutions / "linear_regression" / "train_step.py").read_text()
    own = "class Own:\n    def fit(self, *rest):\n        step(*rest)\n"
    call = "step = train_step\ndef train_step(*rest):\n    Own().fit(*rest)\n"
    assert grade("train_step", right + own + call).verdict is Verdict.PASSED


UNREADABLE = {
    "UTF-16": (RIGHT.encode("utf-16"), "UTF-8"),
    "UTF-16 without a mark": (RIGHT.encode("utf-16-le"), "null bytes"),
    "a NUL byte": (RIGHT.encode() + b"\x00", "null bytes"),
    "cp949": (f"NOTE = '{KOREAN.strip()}'\n".encode("cp949") + RIGHT.encode(), "UTF-8"),
    "latin-1": (f"NOTE = '{UNICODE_NOTE.strip()}'\n".encode("latin-1") + RIGHT.encode(), "UTF-8"),
    "an encoding that is none": ("# coding: utf-9\n" + RIGHT, "unknown encoding: utf-9; remove"),
    "a Windows path": ("HOME = 'C:\\Users'\n" + RIGHT, "line 1: SyntaxError: a backslash in"),
    "tabs mixed with spaces": (answer("x = 1") + "\treturn x\n", "line 6: TabError"),
    "a lost indent": (
        HEAD + DEFINE + "return 0\n",
        "on line 4; the lines that belong to it stand four spaces further in\n> return 0",
    ),
    "an indent too many": (answer("x = 1", "  return x"), "; this line stands further in than"),
    "a notebook": (NOTEBOOK, "notebook"),
    "a magic": ("import os\n%matplotlib inline\n" + RIGHT, "line 2: SyntaxError: this is a note"),
    "a shell command": ("!pip install tensorflow\n" + RIGHT, "line 1: SyntaxError: this is a note"),
    "a magic in a function": (answer("%time y_true"), "line 5: SyntaxError: this is a notebook"),
    "a syntax error": (answer("x = (1,", "y = 2"), "line 5: SyntaxError: '(' was never closed"),
    "a missing colon": (DEFINE.replace(":", "") + RETURN, "line 1: SyntaxError: expected ':'"),
    "a conflict left by git": ("<<<<<<< HEAD\n" + RIGHT, "line 1: SyntaxError"),
    "nesting without end": ("x = " + "(" * 500 + ")" * 500 + "\n", "nested"),
}  # fmt: skip


@pytest.mark.parametrize("name", UNREADABLE)
def test_a_file_that_is_no_python_is_told_so_once(grade, name):
    """A file that cannot be read as Python is an error of one check, with its line or the cure."""
    source, said = UNREADABLE[name]
    report = grade("mse", source)
    assert report.verdict is Verdict.ERROR
    assert report.score == 0
    (message,) = [each.message for each in report.checks if each.message]
    assert said in message


WRONG = {
    "an empty file": (b"", "the file defines no mean_squared_error"),
    "only an import": (HEAD, "the file defines no mean_squared_error"),
    "a near name": (
        RIGHT.replace("mean_squared", "mean_sqaured"),
        "did you mean mean_squared_error where it says mean_sqaured_error",
    ),
    "another case": (RIGHT.replace("def mean", "def Mean"), "did you mean mean_squared_error"),
    "another name": (RIGHT.replace("mean_squared_error", "loss"), "defines no mean_squared_error"),
    "no function": (HEAD + "mean_squared_error = 3\n", "defines no mean_squared_error"),
    "inside a class": (
        HEAD + "class Mine:\n    " + (DEFINE + RETURN).replace("\n", "\n    ") + "\n",
        "defines no mean_squared_error",
    ),
    "too few parameters": (DEFINE.replace(", y_pred", "") + "    return 0\n", "takes 1 positional"),
    "too many parameters": (HEAD + DEFINE.replace("pred)", "pred, n)") + "    return 0\n", "'n'"),
    "a raise": (answer("x = 1", "raise ValueError('what now')"), "line 6: ValueError: what now"),
    "a division by zero": (answer("return 1 / 0"), "line 5: ZeroDivisionError: division by zero"),
    "endless recursion": (
        answer("return mean_squared_error(y_true, 0)"),
        "exceeded; the function calls itself without an end",
    ),
    "no return": (answer("x = y_true - y_pred"), "gives back None: is there a `return`?"),
    "a string": (answer("return '5.0'"), "not made of numbers"),
    "a graph's tensor": (
        answer("with tf.Graph().as_default(): return tf.constant(5.0)"),
        "not made of numbers: a symbolic tensor, without a value yet",
    ),
    "a list of text": (answer("return ['a']"), "not made of numbers"),
    "the function itself": (answer("return tf.reduce_mean"), "not made of numbers"),
    "a list": (answer("return [y_true, y_pred]"), "shape (2, 2) instead of ()"),
    "a vector": (answer("return tf.square(y_true - y_pred)"), "shape (2,) instead of ()"),
    "a list of one": (
        answer("return [tf.reduce_mean(tf.square(y_true - y_pred))]"),
        "gives back a list or tuple: is there a comma after the value?",
    ),
    "no import": (
        DEFINE + RETURN,
        "line 2: NameError: name 'tf' is not defined; add `import tensorflow as tf` at the top of",
    ),
    "no import of NumPy": (answer("return np.mean(y_true)"), "; add `import numpy as np` at the"),
    "a name from nowhere": (
        answer("return everything_else"),
        "'everything_else' is not defined; no line before this one gives this name a value",
    ),
    "a total of its own": (
        "total = 0.0\n" + answer("for t in y_true: total += t", "return total"),
        "give total a value in the function, before this line",
    ),
    "gone from TensorFlow": (answer("return tf.log(y_true)"), "did you mean 'tf.math.log'?"),
    "a method of NumPy": (answer("return y_true.mean()"), "; use a function of tf, not .mean()"),
    "too many brackets": (answer("return tf.reduce_mean(y_true)(y_pred)"), "a `*` missing before"),
    "a forgotten star": (answer("return 2.0(y_true - y_pred)"), "a `*` missing before `(`?"),
    "a helper without return": (
        "def error(t, p):\n    t - p\n" + answer("return 2.0 - error(y_true, y_pred)"),
        "a function without `return`?",
    ),
    "a helper called with too little": (
        "def error(t, p):\n    return t - p\n" + answer("return error(y_true)"),
        "missing 1 required positional argument: 'p'; it is called with fewer arguments",
    ),
    "whole numbers": (
        answer("return tf.reduce_sum(y_true - y_pred) / tf.size(y_true)"),
        "one side is float32, the other int32 (as 5 and 5.0 are): convert one by tf.cast",
    ),
    "another shape": (
        answer("return tf.reduce_mean(y_true - y_pred[:1] + tf.ones(3))"),
        "Incompatible shapes: [2] vs. [3]; shapes [2] and [3] do not fit each other",
    ),
    "a float of many": (answer("return float(y_true - y_pred)"), "there a sum or a mean missing"),
    "a caret": (answer("return tf.reduce_mean((y_true - y_pred)^2)"), "`^` is no power in"),
    "one truth for many": (
        answer("if y_true > y_pred: return 1.0"),
        "is ambiguous; `if` takes one truth, and here every number has its own: tf.where",
    ),
    "a misspelt argument": (answer("return y_ture"), "did you mean 'y_true'?"),
    "a misspelt function": (answer("return tf.reduce_maen(y_true)"), "did you mean 'reduce_mean'?"),
    "a package that is not there": ("import torhc\n" + RIGHT, "line 1: ModuleNotFoundError"),
    "another exercise": ("from sigmoid import sigmoid\n" + RIGHT, "line 1: ModuleNotFoundError"),
    "a demonstration that fails": (RIGHT + "print(1 / 0)\n", "line 6: ZeroDivisionError"),
    "input": ("n = int(input())\n" + RIGHT, "line 1: "),
    "an exit at the end": (RIGHT + "exit()\n", "line 6: "),
}  # fmt: skip


@pytest.mark.parametrize("name", WRONG)
def test_a_stumble_is_named_in_the_first_message(grade, name):
    """The first thing that a report says of a stumble names the line or the name."""
    source, said = WRONG[name]
    report = grade("mse", source)
    assert report.verdict in (Verdict.FAILED, Verdict.ERROR)
    message = next(each.message for each in report.checks if each.message)
    assert said in message


STEP = """\
import numpy as np
import tensorflow as tf

def train_step(model, loss_fn, inputs, targets, learning_rate):
    with tf.GradientTape() as tape:
        loss = loss_fn(targets, model(inputs))
    dW, db = tape.gradient(loss, [model.W, model.b])
    model.W.assign_sub(learning_rate * dW)
    model.b.assign_sub(learning_rate * db)
"""
MODEL = """\
import tensorflow as tf

class LinearModel:
    def __init__(self):
        self.W = tf.Variable(5.0)
        self.b = tf.Variable(0.0)

    def __call__(self, inputs):
        return self.W * inputs + self.b
"""
UPDATE = "model.W.assign_sub(learning_rate * dW)"
REPAIRS = {
    "minus in place": (
        "train_step",
        STEP.replace(UPDATE, "model.W -= learning_rate * dW"),
        "`-=` does not work on a tf.Variable: write W.assign_sub(...)",
    ),
    "a tensor in the variable's place": (
        "train_step",
        STEP.replace(UPDATE, "model.W = model.W - 1.0; model.W.assign_sub(dW)"),
        "object has no attribute 'assign_sub'; only a tf.Variable can be changed in place",
    ),
    "the loss outside of the tape": (
        "train_step",
        STEP.replace("        loss", "        pass\n    loss"),
        "'NoneType'; a gradient is None: were the predictions and the loss computed inside",
    ),
    "numpy under the tape": (
        "train_step",
        STEP.replace("model(inputs)", "model(inputs).numpy()"),
        "'NoneType'; a gradient is None: were the predictions and the loss computed inside",
    ),
    "a small letter": (
        "train_step",
        STEP.replace("model.W", "model.w"),
        "'Line' object has no attribute 'w'; capital letters count: is it W?",
    ),
    "parameters in another order": (
        "train_step",
        STEP.replace("loss_fn, inputs, targets, learning_rate", "inputs, targets, rate, loss_fn"),
        "; a function stands where numbers belong: are the parameters in the order",
    ),
    "variables of the class": (
        "linear_model",
        MODEL.replace("def __init__(self):", "if True:").replace("self.", ""),
        "name 'W' is not defined; what belongs to a model is reached by its name or by self",
    ),
    "None assigned": (
        "train_step",
        STEP.replace(UPDATE, "model.W.assign_sub(None)"),
        "; what is None here: a gradient that the tape lost",
    ),
    "a tape asked twice": (
        "train_step",
        STEP.replace("    dW,", "    tape.gradient(loss, model.W)\n    dW,"),
        "; ask for all gradients in one call: tape.gradient(loss, [model.W, model.b])",
    ),
    "too few parameters": (
        "train_step",
        STEP.replace(", learning_rate)", ")"),
        "takes 4 positional arguments but 5 were given; it is called with more arguments",
    ),
    "no self": (
        "linear_model",
        MODEL.replace("self, inputs", "inputs"),
        "takes 1 positional argument but 2 were given; is `self` missing?",
    ),
    "no self in the first line": (
        "linear_model",
        MODEL.replace("__init__(self)", "__init__()"),
        "but 1 was given; is `self` missing?",
    ),
    "self forgotten": (
        "linear_model",
        MODEL.replace("return self.W", "return W"),
        "name 'W' is not defined; did you mean 'self.W'?",
    ),
    "init misspelt": (
        "linear_model",
        MODEL.replace("__init__", "_init_"),
        "no attribute 'W'; is it set by `self.W = ...` in `__init__`, with two underscores",
    ),
    "no call": (
        "linear_model",
        MODEL.replace("__call__", "predict"),
        "'LinearModel' object is not callable; does its class define `__call__`?",
    ),
    "whole numbers": (
        "linear_model",
        MODEL.replace("5.0", "5"),
        "one side is int32, the other float32 (as 5 and 5.0 are): convert one",
    ),
    "NumPy's numbers": (
        "linear_model",
        MODEL.replace("5.0", "5.0, dtype=tf.float64"),
        "one side is float64, the other float32 (NumPy's numbers are float64)",
    ),
}


@pytest.mark.parametrize("name", REPAIRS)
def test_an_exception_is_told_with_its_repair(grade, name):
    """The commonest exceptions of models and steps are told in plain words, with what to do."""
    exercise, source, said = REPAIRS[name]
    report = grade(exercise, source)
    message = next(each.message for each in report.checks if each.message)
    assert said in message
    assert "zero-based" not in message
    assert "tensorflow." not in message


FATAL = sorted(name for name in WRONG if "list" not in name and "vector" not in name)


@pytest.mark.parametrize("name", FATAL)
def test_what_cannot_run_is_told_once(grade, name):
    """Where nothing can be judged, one check speaks and the rest is blocked by it."""
    source, _ = WRONG[name]
    report = grade("mse", source)
    (speaks,) = [each for each in report.checks if each.message]
    assert report.score == 0
    assert {each.blocked_by for each in report.checks if each.verdict is Verdict.BLOCKED} == {
        speaks.id
    }


def test_messages_hold_no_path_of_the_grader(grade):
    """No message shows where on disk the grader or its worker stands."""
    for source, _ in (WRONG["a raise"], WRONG["no import"], UNREADABLE["a syntax error"]):
        report = grade("mse", source)
        assert not any(
            "slopework-" in each.message or "/" in each.message for each in report.checks
        )


def test_a_file_that_was_not_saved_is_not_started(warm, course):
    """A missing file is not started, and its message names the file."""
    from grader.submission import Submission  # noqa: PLC0415

    (exercise,) = course.select(("mse",))
    report = warm.grade(Submission("test", {}, {}), (exercise,)).exercises[0]
    assert report.verdict is Verdict.NOT_STARTED
    assert report.checks[0].message == "there is no file linear_regression/mse.py"


SLOW = """\
import time
import tensorflow as tf

def mean_squared_error(y_true, y_pred):
    time.sleep(0.09)
    return tf.reduce_sum(tf.square(y_true - y_pred))
"""


def test_slow_and_wrong_is_failed_not_timed_out(grade):
    """Looking for small inputs costs a slow submission none of the time that it is given."""
    report = grade("mse", SLOW)
    assert report.verdict is Verdict.FAILED
    assert {each.verdict for each in report.checks} == {Verdict.PASSED, Verdict.FAILED}


def test_a_stub_with_code_above_its_raise_is_told_why(grade, course):
    """Work that a forgotten `raise` of the stub cuts off is not started, with the reason."""
    (exercise,) = course.select(("mse",))
    stub = (STUBS / course.file(exercise)).read_text(encoding="utf-8")
    worked = stub.replace("    raise", "    error = y_true - y_pred\n    raise")
    assert grade("mse", stub).note == ""
    report = grade("mse", worked)
    assert report.verdict is Verdict.NOT_STARTED
    assert "still says `raise NotImplementedError`" in report.note
