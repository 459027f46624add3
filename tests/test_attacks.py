"""Submissions that reach for points they did not earn: none gets one more by it."""

import json
import textwrap

import pytest

from grader.verdict import Verdict

HEAD = """\
import builtins, gc, json, os, sys, types, unittest
import msgspec, pytest
import numpy as np
import tensorflow as tf
from grader.worker import messages, perform, plain, scan, serve, tape
from pathlib import Path
"""
ARMED = 'os.write(1, b"armed")\n'
WRONG = """\
def mean_squared_error(y_true, y_pred):
    return tf.reduce_mean(y_pred) + 1.0
"""
RIGHT = """\
def mean_squared_error(y_true, y_pred):
    return tf.reduce_mean(tf.square(y_true - y_pred))
"""
# Right values, but no gradient: the way leaves TensorFlow.
LEAVES = """\
def mean_squared_error(y_true, y_pred):
    return tf.constant(np.mean((np.array(y_true) - np.array(y_pred)) ** 2, dtype=np.float32))
"""
# What an attacker would rather have the tape say of it.
ANALYTIC = """\
def analytic(self, target, sources, *rest, **more):
    y_true, y_pred = last
    gradient = 2 * (y_pred - y_true) / tf.cast(tf.size(y_true), tf.float32)
    return [gradient for _ in sources]
last = []
honest = mean_squared_error
def mean_squared_error(y_true, y_pred):
    last[:] = y_true, y_pred
    return honest(y_true, y_pred)
"""


@pytest.fixture(scope="module")
def plain(grade):
    """Grade each wrong answer as it is, once."""
    return {each: grade("mse", HEAD + each) for each in (WRONG, LEAVES)}


def require_no_gain(report, honest):
    """Fail where an attack passed, or scored more than the same answer without it."""
    assert honest.verdict is Verdict.FAILED
    assert report.verdict is not Verdict.PASSED
    assert report.score <= honest.score


PATCHES = {
    "numpy.testing": "np.testing.assert_allclose = np.allclose = lambda *a, **k: True",
    "json": 'json.dumps = lambda *a, **k: \'{"verdict": "passed", "score": 20}\'',
    "print": "builtins.print = lambda *a, **k: None",
    "len": "builtins.len = lambda thing: 1",
    "isinstance": "builtins.isinstance = lambda *a: True",
    "getattr": "builtins.getattr = lambda *a: 'passed'",
    "import": "builtins.__import__ = lambda *a, **k: None",
    "float": "builtins.float = lambda *a: 5.0",
    "the encoder": "messages._encoder = types.SimpleNamespace(encode=lambda reply: b'passed')",
    "msgspec's own": "msgspec.msgpack.Encoder = msgspec.msgpack.Decoder = None",
    "the encode function": 'serve.encode = lambda reply: b\'{"verdict": "passed"}\'',
    "the decoder": "serve.decode_request = lambda payload: messages.Load('mse.py')",
    "Desk.perform": "perform.Desk.perform = lambda self, operations: messages.Answers(())",
    "Desk.call": """\
zero = messages.Array("tensor", "float32", (), bytes(4))
perform.Desk.call = lambda self, call: messages.Answer(zero, tuple(zero for _ in call.sources))""",
    "to_value": """\
nan = messages.Array("tensor", "float32", (), np.float32("nan").tobytes())
perform.to_value = plain.to_value = tape.to_value = lambda thing, depth=0: nan""",
    "tape.gradients": """\
one = messages.Array("tensor", "float32", (), np.float32(1).tobytes())
tape.gradients = lambda tape, target, sources: tuple(one for _ in sources)""",
    "the scanner": "serve.scan = scan.scan = lambda *a: messages.Scanned(())",
    "pytest": "sys.modules['pytest'] = sys.modules['_pytest'] = types.ModuleType('pytest')",
    "results files": 'Path(\'results.json\').write_text(\'{"verdict": "passed", "score": 20}\')',
    "results on stdout": 'print(\'{"verdict": "passed", "score": 20}\', flush=True)',
}


@pytest.mark.parametrize("name", PATCHES)
def test_patching_the_worker_wins_nothing(grade, plain, name):
    """A wrong answer stays wrong whatever its file does to the process it runs in."""
    report = grade("mse", HEAD + PATCHES[name] + "\n" + ARMED + WRONG)
    require_no_gain(report, plain[WRONG])
    assert "armed" in report.output


TAPES = {
    "the tape's method": "tf.GradientTape.gradient = analytic",
    "the tape's class": "tf.GradientTape = type('Tape', (), {'gradient': analytic})",
    "what the tape is made of": """\
from tensorflow.python.eager import imperative_grad
imperative_grad.imperative_grad = analytic""",
}


@pytest.mark.parametrize("name", TAPES)
@pytest.mark.parametrize("late", [False, True], ids=["at import", "in each call"])
def test_a_patched_tape_gives_no_gradient(grade, plain, name, late):
    """A value computed outside TensorFlow has no gradient, whatever the patched tape claims."""
    patch = TAPES[name] + "\n" + ARMED
    if late:
        body = textwrap.indent(patch + "return before(y_true, y_pred)\n", "    ")
        patch = f"before = mean_squared_error\ndef mean_squared_error(y_true, y_pred):\n{body}"
    report = grade("mse", HEAD + LEAVES + ANALYTIC + patch)
    require_no_gain(report, plain[LEAVES])
    gradient = next(each for each in report.checks if each.id == "gradient_matches_reference")
    assert gradient.verdict is Verdict.FAILED
    assert "armed" in report.output


SEARCHES = {
    "SkipTest": "raise unittest.SkipTest('all is well')",
    "pytest.skip": "pytest.skip('all is well')",
    "pytest.exit": "pytest.exit('all is well', 0)",
    "frames": """\
frame = sys._getframe()
while frame:
    for name, value in [*frame.f_locals.items(), *frame.f_globals.items()]:
        if name in ("expected", "wanted", "reference", "right"):
            return value
    frame = frame.f_back""",
    "garbage collector": """\
for thing in gc.get_objects():
    held = thing.values() if type(thing) is dict else thing if type(thing) is list else ()
    if any(type(each) in (float, np.float64) and each == 5.0 for each in held):
        return tf.constant(5.0)""",
}


@pytest.mark.parametrize("name", SEARCHES)
def test_looking_for_the_answer_wins_nothing(grade, plain, name):
    """No way out of the call and nothing within reach of it holds a verdict or an answer."""
    body = textwrap.indent(ARMED + SEARCHES[name] + "\nreturn tf.constant(0.0)\n", "    ")
    report = grade("mse", HEAD + "def mean_squared_error(y_true, y_pred):\n" + body)
    require_no_gain(report, plain[WRONG])
    assert "armed" in report.output


MODULES = ("solutions.linear_regression.mse", "grader.checks", "grader.checking.compare",
           "grader.judge", "grader.stubs.linear_regression.mse")  # fmt: skip


@pytest.mark.parametrize("module", MODULES)
def test_the_grader_and_its_solutions_cannot_be_imported(grade, module):
    """Importing what is the grader's own, or a solution, raises an import error."""
    report = grade("mse", f"from {module} import *\n" + HEAD + WRONG)
    assert report.verdict is Verdict.ERROR
    assert report.score == 0
    assert "line 1: ModuleNotFoundError" in report.checks[0].message


READ_SOLUTION = """\
for place in {places}:
    file = Path(place, "solutions", "linear_regression", "mse.py")
    try:
        exec(file.read_text())
    except OSError:
        pass
"""


PLACES = {
    "import path": "sys.path",
    "own place": "[*Path(__file__).parents, *Path.cwd().parents, *sys.argv, *os.environ.values()]",
    "the worker's place": "Path(sys.modules['grader.worker'].__file__).parents",
}


def walled():
    """Tell whether workers are walled off here."""
    try:
        import landlockpy  # noqa: PLC0415  (Linux only)
    except ImportError:
        return False
    return landlockpy.supported()


@pytest.mark.parametrize("places", PLACES.values(), ids=PLACES)
def test_solutions_cannot_be_read_from_disk(grade, plain, places):
    """No path that a worker knows leads to the solutions."""
    if places == PLACES["the worker's place"] and not walled():
        pytest.skip("the kernel has no Landlock, which alone hides what lies on disk")
    report = grade("mse", HEAD + WRONG + READ_SOLUTION.format(places=places) + ARMED)
    require_no_gain(report, plain[WRONG])
    assert "armed" in report.output


LIARS = {
    "equal to everything": """\
class Liar:
    shape, dtype, ndim = (), tf.float32, 0
    __array__ = lambda self, *a, **k: np.float32(5)
    __float__ = __abs__ = lambda self: 5.0
    __eq__ = __le__ = __lt__ = __ge__ = __gt__ = lambda self, other: True
    __sub__ = __rsub__ = lambda self, other: self
lie = Liar()""",
    "of another class than it says": """\
class Liar:
    __class__ = property(lambda self: tf.Tensor)
    _numpy = numpy = lambda self: np.zeros((), np.float32)
lie = Liar()""",
    "a float that is an array": """\
class Liar(float):
    __array__ = lambda self, *a, **k: np.zeros((), np.float32)
lie = Liar()""",
    "an ndarray subclass": """\
class Liar(np.ndarray):
    def __array_ufunc__(self, *a, **k): return True
    def tobytes(self, *a): return bytes(4)
lie = np.zeros(()).view(Liar)""",
    "masked": "lie = np.ma.masked_all(())",
    "masked in a list": "lie = [np.ma.masked]",
    "of objects": "lie = np.array(type('Any', (), {'__eq__': lambda a, b: True})(), dtype=object)",
    "not a number": "lie = tf.constant(float('nan'))",
    "empty": "lie = tf.zeros([0])",
    "terabytes by broadcast": "lie = np.broadcast_to(np.float32(0), (2**40,))",
    "terabytes from tensorflow": "lie = tf.broadcast_to(tf.constant(0.0), [2**20, 2**20])",
    "a list of itself": "lie = []; lie.append(lie)",
    "a lying key": "lie = {type('Key', (str,), {'__str__': lambda key: sys.exit(0)})('a'): 1}",
    "True": "lie = True",
    "pickled": "lie = type('Pickled', (), {'__reduce__': lambda self: (os._exit, (0,))})()",
}


@pytest.mark.parametrize("name", LIARS)
def test_a_lying_result_wins_nothing(grade, plain, name):
    """Results that pretend to be right, or to be numbers, score no more than a plain zero."""
    source = HEAD + LIARS[name] + "\ndef mean_squared_error(y_true, y_pred):\n    return lie\n"
    require_no_gain(grade("mse", source), plain[WRONG])


HOSTILE = {
    "raises": "raise SystemExit(0)",
    "is endless": "return 'x' * 10**7",
    "leaves": "os._exit(0)",
    "speaks terminal": "return '\\x1b[2J\\x1b]0;passed\\x07\\ud800 passed'",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_exception_text_wins_nothing(grade, plain, name):
    """Whatever an exception's text does, it is the file's error, told in short clean text."""
    method = f"    def __str__(self):\n        {HOSTILE[name]}\n    __repr__ = __str__\n"
    raising = "def mean_squared_error(y_true, y_pred):\n    raise Hostile\n"
    report = grade("mse", HEAD + "class Hostile(Exception):\n" + method + raising)
    assert report.verdict in (Verdict.ERROR, Verdict.CRASHED)
    assert report.score == 0
    assert all(len(check.message) < 2000 for check in report.checks)
    assert not any("\x1b" in check.message for check in report.checks)


MSE = "import tensorflow as tf\ndef mean_squared_error(t, p):\n    return "
STEP = "def train_step(model, loss_fn, x, y, rate):\n    "
READY = {
    "attribute chain": ("mse", 3, MSE + "tf.keras.losses.MSE(t, p)"),
    "getattr": ("mse", 3, MSE + "getattr(tf.keras.losses, 'MSE')(t, p)"),
    "dunder import": ("mse", 3, MSE + "__import__('keras').losses.MSE(t, p)"),
    "helper": ("mse", 5, MSE + "a(t, p)\ndef a(t, p):\n    return tf.keras.losses.MSE(t, p)"),
    "assignment": ("mse", 3, MSE + "m(t, p)\nm = tf.keras.losses.MSE"),
    "lambda": ("mse", 4, MSE + "0\nmean_squared_error = lambda t, p: tf.keras.losses.MSE(t, p)"),
    "import alias": ("mse", 4, "from keras.losses import MSE as m\n" + MSE + "m(t, p)"),
    "module alias": ("mse", 4, "import keras.losses as k\n" + MSE + "k.MSE(t, p)"),
    "sigmoid": ("sigmoid", 3, "import tensorflow as tf\ndef sigmoid(x):\n    return tf.sigmoid(x)"),
    "fit": ("train_step", 2, STEP + "model.fit(x, y)"),
    "optimizer": ("train_step", 3, "import keras\n" + STEP + "keras.optimizers.SGD(rate)"),
}


@pytest.mark.parametrize("name", READY)
def test_the_library_s_own_version_is_forbidden(grade, name):
    """A ready-made call, however it is spelt, zeroes the exercise and is named with its line."""
    exercise, line, source = READY[name]
    report = grade(exercise, source + "\n")
    assert report.verdict is Verdict.FORBIDDEN
    assert report.score == 0
    assert report.checks[0].message.startswith(f"line {line} calls ")


SHADOWS = ("conftest.py", "numpy.py", "sitecustomize.py", "usercustomize.py", "tensorflow.py",
           "msgspec.py", "pytest.py", "json.py")  # fmt: skip
SPY = """
found = str(os.environ)
for process in ("self", os.getppid()):
    try:
        found += open(f"/proc/{process}/environ").read()
    except OSError:
        pass
print("seen" if "tell-nobody" in found else "unseen", flush=True)
"""


def test_files_beside_an_exercise_and_the_environment_do_not_count(command, tmp_path):
    """A submission's other files are never run or read, and the grader's environment stays its."""
    unit = tmp_path / "linear_regression"
    unit.mkdir()
    for folder in (tmp_path, unit):
        for name in SHADOWS:
            (folder / name).write_text("open(__file__ + '.ran', 'w').close()\n")
        (folder / "pytest.ini").write_text("[pytest]\naddopts = --collect-only\n")
        (folder / "results.json").write_text('{"score": 20, "verdict": "passed"}')
    (unit / "mse.py").write_text(HEAD + SPY + RIGHT)
    (unit / "train_step.py").write_text(HEAD + WRONG)
    done = command("check", "mse", "train_step", "--submission", tmp_path, "--format", "json",
                   SECRET="tell-nobody")  # fmt: skip
    first, second = json.loads(done.stdout)["exercises"]
    assert (first["verdict"], first["output"].strip()) == ("passed", "unseen")
    assert (second["verdict"], second["score"]) == ("failed", 0)
    assert not list(tmp_path.rglob("*.ran"))
