"""Computes a number that does not fit into the universe.

Exercise: mse
Verdict: timed out, out of memory
Score: 0
"""

import tensorflow as tf

number = 9**9**9


def mean_squared_error(y_true, y_pred):
    return tf.reduce_mean(tf.square(y_true - y_pred))
