"""Misspells the name of its function.

Exercise: mse
Verdict: failed
Score: 0
Says: did you mean mean_squared_error
"""

import tensorflow as tf


def mean_sqaured_error(y_true, y_pred):
    return tf.reduce_mean(tf.square(y_true - y_pred))
