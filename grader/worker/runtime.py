"""TensorFlow as a worker runs it: in one thread, each operation called directly, all at hand."""

import tensorflow as tf
from tensorflow.python import pywrap_tfe
from tensorflow.python.eager import context

from grader.worker import tape


def prepare() -> None:
    """Set TensorFlow up, and pay for the first use of what most exercises use.

    To be called before anything runs that is on a clock.
    """
    tf.config.threading.set_intra_op_parallelism_threads(1)
    tf.config.threading.set_inter_op_parallelism_threads(1)
    # It costs every operation a little, and only the student's own lines are shown anyway.
    tf.debugging.disable_traceback_filtering()
    call_directly()
    warm_up()


def call_directly() -> None:
    """Have each operation call its kernel, where TensorFlow makes a function of every operation.

    Kernels and results are the same; the first call takes a quarter of the time and later ones a
    fifth less. Errors no longer begin with the name of that function.
    """
    context.ensure_initialized()
    pywrap_tfe.TFE_ContextSetRunEagerOpAsFunction(context.context()._handle, False)  # noqa: SLF001


def warm_up() -> None:
    """Take a step of descent: an operation is slow where it is called for the first time."""
    table, targets = tf.constant([[1.0]]), tf.constant([1.0])
    weights, bias = tf.Variable([0.0]), tf.Variable(0.0)
    with tape.Tape() as recorder:
        p = tf.clip_by_value(tf.sigmoid(tf.linalg.matvec(table, weights) + bias), 0.1, 0.9)
        likely = targets * tf.math.log(p) + (1 - targets) * tf.math.log(1 - p)
        loss = tf.reduce_mean(tf.square(targets - p)) - tf.reduce_mean(likely)
    for variable, gradient in zip(
        (weights, bias), recorder.gradient(loss, (weights, bias)), strict=True
    ):
        variable.assign_sub(0.1 * gradient)
