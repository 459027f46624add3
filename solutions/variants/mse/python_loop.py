"""Right, and unusual: a Python loop adds up the squares, one by one."""

import tensorflow as tf


def mean_squared_error(y_true, y_pred):
    total = tf.constant(0.0)
    for target, prediction in zip(y_true, y_pred):
        error = target - prediction
        total = total + error * error
    return total / len(y_true)
