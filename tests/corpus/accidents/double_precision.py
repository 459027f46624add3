"""Computes in double precision, and gives that back.

Exercise: mse
Verdict: passed
Score: 20
"""

import tensorflow as tf


def mean_squared_error(y_true, y_pred):
    return tf.reduce_mean(tf.square(tf.cast(y_true, tf.float64) - tf.cast(y_pred, tf.float64)))
