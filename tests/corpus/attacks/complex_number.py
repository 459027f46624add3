"""Answers with a complex number.

Exercise: mse
Verdict: failed, error
At most: 5
"""

import tensorflow as tf


def mean_squared_error(y_true, y_pred):
    return tf.complex(tf.reduce_mean(tf.square(y_true - y_pred)), 1.0)
