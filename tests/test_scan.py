"""Finding the library's own version of an exercise by reading the code."""

import json
import subprocess
import sys

import pytest
from conftest import ROOT

# Scanning imports TensorFlow, as the worker does; so all sources are scanned in one process apart.
SCANNER = """
import json, sys
from grader.ready_made import patterns
from grader.worker.scan import scan
found = {}
for name, (source, group, graded) in json.load(sys.stdin).items():
    try:
        scanned = scan(source.encode(), tuple(graded), patterns((group,)))
        found[name] = [[each.call, each.line] for each in scanned.findings]
    except Exception as error:
        found[name] = repr(error)
json.dump(found, sys.stdout)
"""
MSE = ("losses", ["mean_squared_error"])
STEP = ("optimizers", ["train_step"])
SIGMOID = ("sigmoids", ["sigmoid"])
SOFTMAX = ("softmaxes", ["softmax"])
SPLIT = ("splits", ["train_val_split"])
STOPPING = ("callbacks", ["early_stopping_epoch"])
# Every ready softmax of TensorFlow 2.21 and Keras 3.15, and what it is imported with.
READY_SOFTMAXES = {
    "tf.nn.softmax(x)": "import tensorflow as tf",
    "tf.nn.log_softmax(x)": "import tensorflow as tf",
    "tf.math.softmax(x)": "import tensorflow as tf",
    "tf.math.log_softmax(x)": "import tensorflow as tf",
    "tf.compat.v1.nn.softmax(x)": "import tensorflow as tf",
    "tf.keras.activations.softmax(x)": "import tensorflow as tf",
    "tf.keras.activations.get('softmax')(x)": "import tensorflow as tf",
    "tf.keras.backend.softmax(x)": "import tensorflow as tf",
    "tf.keras.layers.Softmax()(x)": "import tensorflow as tf",
    "tf.keras.layers.Activation('softmax')(x)": "import tensorflow as tf",
    "tf.keras.ops.softmax(x)": "import tensorflow as tf",
    "tf.keras.ops.log_softmax(x)": "import tensorflow as tf",
    "tf.raw_ops.Softmax(logits=x)": "import tensorflow as tf",
    "tf.raw_ops.LogSoftmax(logits=x)": "import tensorflow as tf",
    "tf.sparse.softmax(x)": "import tensorflow as tf",
    "keras.ops.softmax(x)": "import keras",
    "keras.ops.nn.softmax(x)": "import keras",
    "keras.activations.log_softmax(x)": "import keras",
    "layers.Softmax()(x)": "from keras import layers",
    "own(x)": "from keras.src.ops.nn import softmax as own",
    "Softmax()(x)": "from keras.src.layers.activations.softmax import Softmax",
    "nn_ops.softmax_v2(x)": "from tensorflow.python.ops import nn_ops",
    "special.softmax(x)": "from scipy import special",
    "PROBES['softmax'](x)": "from grader.worker.probes import PROBES",
}
OWN = "    return tf.reduce_mean(tf.square(t - p))\n"
HEAD = "import tensorflow as tf\n"
DEF = "def mean_squared_error(t, p):\n"


def body(*lines, head=HEAD, define=DEF):
    """Write a file whose graded function has these lines."""
    return head + define + "".join(f"    {line}\n" for line in lines)


FORBIDDEN = {
    "ready split": (
        body(
            "return train_test_split(X, y, test_size=0.5)",
            head="from sklearn.model_selection import train_test_split\n",
            define="def train_val_split(X, y):\n",
        ),
        *SPLIT,
    ),
    "ready split of Keras": (
        body(
            "return keras.utils.split_dataset((X, y), right_size=0.5)",
            head="import keras\n",
            define="def train_val_split(X, y):\n",
        ),
        *SPLIT,
    ),
    "ready callback": (
        HEAD + "def early_stopping_epoch(losses, patience):\n"
        "    return tf.keras.callbacks.EarlyStopping(patience=patience)\n",
        *STOPPING,
    ),
    "subclass of a ready callback": (
        body(
            "return Stop(patience=patience)",
            head="from keras.callbacks import EarlyStopping\nclass Stop(EarlyStopping): pass\n",
            define="def early_stopping_epoch(losses, patience):\n",
        ),
        *STOPPING,
    ),
    "ready callback inside Keras": (
        body(
            "return EarlyStopping(patience=patience)",
            head="from keras.src.callbacks.early_stopping import EarlyStopping\n",
            define="def early_stopping_epoch(losses, patience):\n",
        ),
        *STOPPING,
    ),
    "plain call": (body("return tf.keras.losses.MSE(t, p)"), *MSE),
    "class": (body("return tf.keras.losses.MeanSquaredError()(t, p)"), *MSE),
    "metric": (body("return tf.keras.metrics.mean_squared_error(t, p)"), *MSE),
    "keras alone": (body("return keras.losses.MSE(t, p)", head="import keras\n"), *MSE),
    "alias of keras": (
        body("return k.losses.MSE(t, p)", head="from tensorflow import keras as k\n"),
        *MSE,
    ),
    "alias of a module": (
        body("return L.MSE(t, p)", head="import tensorflow.keras.losses as L\n"),
        *MSE,
    ),
    "from-import": (
        body("return MSE(t, p)", head="from tensorflow.keras.losses import MSE\n"),
        *MSE,
    ),
    "from-import renamed": (
        body("return own(t, p)", head="from keras.losses import mean_squared_error as own\n"),
        *MSE,
    ),
    "star of losses": (
        body("return MeanSquaredError()(t, p)", head="from tensorflow.keras.losses import *\n"),
        *MSE,
    ),
    "star of keras": (
        body("return losses.MSE(t, p)", head="from tensorflow.keras import *\n"),
        *MSE,
    ),
    "private path": (
        body("return MSE(t, p)", head="from keras.src.losses import mean_squared_error as MSE\n"),
        *MSE,
    ),
    "compat": (body("return tf.compat.v1.losses.mean_squared_error(t, p)"), *MSE),
    "import inside": (
        body("from tensorflow.keras import losses", "return losses.MSE(t, p)"),
        *MSE,
    ),
    "assigned inside": (body("m = tf.keras", "n = m.losses", "return n.MSE(t, p)"), *MSE),
    "chained assignment": (body("a = b = tf.keras.losses", "return a.MSE(t, p)"), *MSE),
    "pair assigned": (body("k, one = tf.keras, 1", "return k.losses.MSE(t, p)"), *MSE),
    "annotated inside": (body("k: object = tf.keras", "return k.losses.MSE(t, p)"), *MSE),
    "walrus": (body("return (k := tf.keras).losses.MSE(t, p)"), *MSE),
    "assigned outside": (
        body("return MEAN(t, p)", head=HEAD + "MEAN = tf.keras.losses.MSE\n"),
        *MSE,
    ),
    "bound to the name": (HEAD + "mean_squared_error = tf.keras.losses.MSE\n", *MSE),
    "instance bound to the name": (
        HEAD + "mean_squared_error = tf.keras.losses.MeanSquaredError()\n",
        *MSE,
    ),
    "lambda": (HEAD + "mean_squared_error = lambda t, p: tf.keras.losses.MSE(t, p)\n", *MSE),
    "default argument": (
        HEAD + "def mean_squared_error(t, p, loss=tf.keras.losses.MSE):\n    return loss(t, p)\n",
        *MSE,
    ),
    "getattr": (body("return getattr(tf.keras.losses, 'MSE')(t, p)"), *MSE),
    "getattr twice": (
        body("return getattr(getattr(tf.keras, 'losses'), 'MSE')(t, p)"),
        *MSE,
    ),
    "vars": (body("return vars(tf.keras.losses)['MSE'](t, p)"), *MSE),
    "dict": (body("return tf.keras.losses.__dict__['MSE'](t, p)"), *MSE),
    "importlib": (
        body(
            "return importlib.import_module('tensorflow.keras.losses').MSE(t, p)",
            head="import importlib\n",
        ),
        *MSE,
    ),
    "import_module": (
        body(
            "return load('keras.losses').MSE(t, p)",
            head="from importlib import import_module as load\n",
        ),
        *MSE,
    ),
    "dunder import": (body("return __import__('tensorflow').keras.losses.MSE(t, p)"), *MSE),
    "helper": (HEAD + "def help_me(t, p):\n    return tf.keras.losses.MSE(t, p)\n" + DEF
               + "    return help_me(t, p)\n", *MSE),
    "helper of a helper": (
        HEAD + "def a(t, p):\n    return tf.keras.losses.MSE(t, p)\n"
        "def b(t, p):\n    return a(t, p)\n" + DEF + "    return b(t, p)\n",
        *MSE,
    ),
    "nested function": (
        body("def inner():", "    return tf.keras.losses.MSE(t, p)", "return inner()"),
        *MSE,
    ),
    "defined under a condition": (
        HEAD + "if tf.__version__:\n    def mean_squared_error(t, p):\n"
        "        return tf.keras.losses.MSE(t, p)\n",
        *MSE,
    ),
    "defined in the other branch": (
        HEAD + "if not tf.__version__:\n    def mean_squared_error(t, p):\n        return 0\n"
        "else:\n    mean_squared_error = tf.keras.losses.MSE\n",
        *MSE,
    ),
    "imported in a try": (
        body(
            "return MSE(t, p)",
            head="try:\n    from keras.losses import MSE\nexcept ImportError:\n    MSE = None\n",
        ),
        *MSE,
    ),
    "redefined at the end": (
        HEAD + DEF + OWN + "def mean_squared_error(t, p):\n    return tf.keras.losses.MSE(t, p)\n",
        *MSE,
    ),
    "rebound at the end": (HEAD + DEF + OWN + "mean_squared_error = tf.keras.losses.MSE\n", *MSE),
    "where this is not the main file": (
        HEAD + "if __name__ != '__main__':\n    mean_squared_error = tf.keras.losses.MSE\n",
        *MSE,
    ),
    "beside the main block": (
        HEAD + "if __name__ == '__main__':\n    pass\nelse:\n"
        "    mean_squared_error = tf.keras.losses.MSE\n",
        *MSE,
    ),
    "cross-entropy of nn": (
        body("return tf.nn.sigmoid_cross_entropy_with_logits(labels=t, logits=p)"),
        *MSE,
    ),
    "cross-entropy of raw_ops": (
        body("return tf.raw_ops.SoftmaxCrossEntropyWithLogits(features=p, labels=t).loss"),
        *MSE,
    ),
    "cross-entropy of Keras's operations": (
        body("return tf.keras.ops.categorical_crossentropy(t, p)"),
        *MSE,
    ),
    "a ready sigmoid": (HEAD + "def sigmoid(x):\n    return tf.math.sigmoid(x)\n", *SIGMOID),
    "sigmoid of activations": (
        "from tensorflow.keras.activations import sigmoid\n",
        *SIGMOID,
    ),
    "scipy": (
        "from scipy.special import expit\ndef sigmoid(x):\n    return expit(x)\n",
        *SIGMOID,
    ),
    "decorated": (
        HEAD + "def swap(_):\n    return tf.sigmoid\n@swap\ndef sigmoid(x):\n    return x\n",
        *SIGMOID,
    ),
    "method fit": (
        "def train_step(model, *rest):\n    model.fit(*rest)\n",
        *STEP,
    ),
    "apply_gradients": (
        "def train_step(model, opt, pairs, *rest):\n    opt.apply_gradients(pairs)\n",
        *STEP,
    ),
    "raw operation": (
        HEAD + "def train_step(*rest):\n    tf.raw_ops.ResourceApplyGradientDescent(*rest)\n",
        *STEP,
    ),
    "optimizer object": (
        HEAD + "OPT = tf.keras.optimizers.SGD(0.1)\ndef train_step(*rest):\n    OPT.apply(rest)\n",
        *STEP,
    ),
} | {
    call: (f"{head}\ndef softmax(x):\n    return {call}\n", *SOFTMAX)
    for call, head in READY_SOFTMAXES.items()
}  # fmt: skip
ALLOWED = {
    "numpy's own split": (
        "import numpy as np\ndef train_val_split(X, y, f, s):\n    return np.split(X, [1])\n",
        *SPLIT,
    ),
    "base class of callbacks": (
        HEAD + "class Stop(tf.keras.callbacks.Callback):\n    def own(self, losses, patience):\n"
        "        return len(losses)\n"
        "def early_stopping_epoch(losses, patience):\n    return Stop().own(losses, patience)\n",
        *STOPPING,
    ),
    "own formula": (HEAD + DEF + OWN, *MSE),
    "base class": (
        HEAD + "class Own(tf.keras.losses.Loss):\n    def call(self, t, p):\n"
        "        return tf.reduce_mean(tf.square(t - p))\n" + DEF + "    return Own()(t, p)\n",
        *MSE,
    ),
    "l2_loss": (body("return tf.nn.l2_loss(t - p) * 2 / len(t)"), *MSE),
    "squared_difference": (body("return tf.reduce_mean(tf.math.squared_difference(t, p))"), *MSE),
    "main block": (
        HEAD + DEF + OWN + "if __name__ == '__main__':\n    print(tf.keras.losses.MSE([1], [2]))\n",
        *MSE,
    ),
    "main block the other way round": (
        HEAD + DEF + OWN + "if '__main__' == __name__:\n    other = tf.keras.losses.MSE\n",
        *MSE,
    ),
    "unreached helper": (
        HEAD + DEF + OWN + "def compare(t, p):\n    return tf.keras.losses.MSE(t, p)\n",
        *MSE,
    ),
    "unused import": ("from tensorflow.keras.losses import MSE\n" + HEAD + DEF + OWN, *MSE),
    "in a string": (body("'''tf.keras.losses.MSE'''", "# tf.keras.losses.MSE", OWN.strip()), *MSE),
    "own name like the library's": (
        HEAD + "def MSE(t, p):\n" + OWN + DEF + "    return MSE(t, p)\n",
        *MSE,
    ),
    "a later definition wins": (
        HEAD + "def mean_squared_error(t, p):\n    return tf.keras.losses.MSE(t, p)\n" + DEF + OWN,
        *MSE,
    ),
    "a later definition wins over a binding": (
        HEAD + "mean_squared_error = tf.keras.losses.MSE\n" + DEF + OWN,
        *MSE,
    ),
    "a helper's later definition wins": (
        HEAD + "help_me = tf.keras.losses.MSE\ndef help_me(t, p):\n" + OWN + DEF
        + "    return help_me(t, p)\n",
        *MSE,
    ),
    "a helper's later binding wins": (
        HEAD + "def own(t, p):\n" + OWN + "help_me = tf.keras.losses.MSE\nhelp_me = own\n" + DEF
        + "    return help_me(t, p)\n",
        *MSE,
    ),
    "own fit": (
        "class Own:\n    def fit(self, x): return x\ndef train_step(x): return Own().fit(x)\n",
        *STEP,
    ),
    "assign_sub": (
        HEAD + "def train_step(model, *rest):\n    model.W.assign_sub(0.1)\n",
        *STEP,
    ),
    "sigmoid by hand": (
        HEAD + "def sigmoid(x):\n    return 1 / (1 + tf.exp(-x))\n",
        *SIGMOID,
    ),
    "softmax by hand": (
        HEAD + "def softmax(x):\n    e = tf.exp(x - tf.reduce_max(x, -1, keepdims=True))\n"
        "    return e / tf.reduce_sum(e, -1, keepdims=True)\n",
        *SOFTMAX,
    ),
    "softmax through the logarithm of the sum": (
        HEAD + "def softmax(x):\n"
        "    return tf.exp(x - tf.reduce_logsumexp(x, axis=-1, keepdims=True))\n",
        *SOFTMAX,
    ),
    "sigmoid in another exercise": (
        HEAD + DEF + "    return tf.reduce_mean(tf.sigmoid(t - p))\n",
        *MSE,
    ),
    "nothing defined": ("", *MSE),
}  # fmt: skip
CASES = FORBIDDEN | ALLOWED


@pytest.fixture(scope="session")
def scanned():
    """What was found in every source, by its name."""
    ran = subprocess.run(
        [sys.executable, "-c", SCANNER],
        input=json.dumps(CASES),
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=300,
        check=True,
    )
    return json.loads(ran.stdout)


def test_all_sources_have_their_own_name(scanned):
    """Every source of this module was scanned."""
    assert len(CASES) == len(FORBIDDEN) + len(ALLOWED) == len(scanned)


@pytest.mark.parametrize("name", FORBIDDEN)
def test_ready_made_calls_are_found(scanned, name):
    """The library's own version is found, however it is named or reached."""
    assert isinstance(scanned[name], list)
    assert scanned[name], CASES[name][0]


@pytest.mark.parametrize("name", ALLOWED)
def test_honest_work_is_not_accused(scanned, name):
    """What the graded name does not reach, and what is written by hand, is no finding."""
    assert scanned[name] == [], CASES[name][0]


@pytest.mark.parametrize(
    ("name", "call", "line"),
    [
        ("plain call", "tf.keras.losses.MSE", 3),
        ("assigned inside", "n.MSE", 5),
        ("bound to the name", "tf.keras.losses.MSE", 2),
        ("method fit", "model.fit", 2),
        ("getattr", "getattr(tf.keras.losses, 'MSE')", 3),
        ("helper", "tf.keras.losses.MSE", 3),
    ],
)
def test_a_finding_is_the_call_and_its_line(scanned, name, call, line):
    """A finding shows the call as it is written, and the line it stands in."""
    assert scanned[name] == [[call, line]]
