"""Imports the checks, to read what they compare with.

Exercise: mse
Verdict: error
Score: 0
Says: ModuleNotFoundError
"""

import tensorflow as tf

from grader.checks.linear_regression import test_mse


def mean_squared_error(y_true, y_pred):
    return tf.reduce_mean(tf.square(y_true - y_pred))
