"""Puts another module in the place of its own, and of the worker's.

Exercise: mse
Verdict: failed
At most: 5
"""

import sys

import tensorflow as tf

sys.modules["mse"] = sys.modules["grader.worker.serve"] = type(sys)("mse")
sys.modules["mse"].mean_squared_error = lambda t, p: tf.reduce_mean(tf.square(t - p))


def mean_squared_error(y_true, y_pred):
    return tf.reduce_mean(y_pred) + 1.0
