"""TensorFlow as a worker runs it, against TensorFlow as everybody else does."""

import json
import subprocess
import sys

from grader.launch import WORKER_ENVIRONMENT

OPERATIONS = """
import json, sys
import numpy as np
import tensorflow as tf

if sys.argv[1] == "worker":
    from grader.worker import runtime

    runtime.prepare()

A = tf.constant(np.random.default_rng(7).normal(size=(7, 5)), tf.float32)
v, w = A[:, 0], A[0]
two, whole = tf.Variable(A[:, 1]), tf.constant([1, 2, 3])


def descent(rate=0.1):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(tf.sigmoid(two) - v))
    two.assign_sub(rate * tape.gradient(loss, two))
    return two


@tf.function
def loop(x):
    return tf.while_loop(lambda i, x: i < 3, lambda i, x: (i + 1, 0.9 * x), (0, x))[1]


CALLS = {
    "mean": lambda: tf.reduce_mean(A),
    "std": lambda: tf.math.reduce_std(A, axis=0),
    "log": lambda: tf.math.log(A),
    "exp": lambda: tf.exp(A),
    "sigmoid": lambda: tf.sigmoid(A),
    "softmax": lambda: tf.nn.softmax(A),
    "cross_entropy": lambda: tf.nn.sigmoid_cross_entropy_with_logits(labels=v, logits=v),
    "matmul": lambda: tf.transpose(A) @ A,
    "matvec": lambda: tf.linalg.matvec(A, w),
    "eigenvalues": lambda: tf.linalg.eigvalsh(tf.transpose(A) @ A),
    "masked": lambda: tf.where(v > 0, v, tf.zeros_like(v)),
    "sorted": lambda: tf.sort(v),
    "shuffled": lambda: tf.random.shuffle(v, seed=3),
    "normal": lambda: tf.random.stateless_normal((3,), [1, 2]),
    "keras_loss": lambda: tf.keras.losses.MSE(v, 2 * v),
    "keras_layer": lambda: tf.keras.layers.Dense(2, kernel_initializer="ones")(A),
    "mapped": lambda: tf.map_fn(lambda x: 2 * x, A),
    "graph": lambda: loop(v),
    "descent": descent,
    "integers": lambda: whole / 2,
    "float64": lambda: tf.cast(A, tf.float64) ** 0.5,
    "shapes": lambda: v - w,
    "types": lambda: A * whole,
    "inner_shapes": lambda: tf.matmul(A, A),
    "index": lambda: tf.gather(v, [9]),
    "reshape": lambda: tf.reshape(A, (5, 8)),
    "kept_shape": lambda: two.assign(w),
    "finite": lambda: tf.debugging.check_numerics(v / 0, "division"),
}


def outcome(call):
    try:
        result = tf.convert_to_tensor(call()).numpy()
    except Exception as error:
        return [type(error).__name__, str(error)]
    return [str(result.dtype), list(result.shape), result.tobytes().hex()]


print(json.dumps({name: outcome(call) for name, call in CALLS.items()}))
"""
WRAPPED = "{{function_node __wrapped__"


def outcomes(mode):
    """Do the operations in a process of its own; what came of them, by name."""
    script = [sys.executable, "-c", OPERATIONS, mode]
    ran = subprocess.run(script, capture_output=True, text=True, check=True, env=WORKER_ENVIRONMENT)
    return json.loads(ran.stdout)


def unwrapped(outcome):
    """Take what TensorFlow says of its own wrapping from an error."""
    before, wrapped, after = str(outcome[1]).partition(WRAPPED)
    return [outcome[0], before + after.partition("}} ")[2]] if wrapped else outcome


def test_a_worker_computes_what_tensorflow_computes():
    """Every bit of a result is the same, and every error but for TensorFlow's own wrapping."""
    usual, workers = outcomes("usual"), outcomes("worker")
    assert {name: unwrapped(each) for name, each in usual.items()} == workers
    assert sum(kind.endswith("Error") for kind, *_ in workers.values()) == 7
    assert sum(WRAPPED in str(each) for each in usual.values()) > 2
    assert not any(WRAPPED in str(each) for each in workers.values())
