"""Gives the name of its function to a number, further down.

Exercise: mse
Verdict: failed
Score: 0
Says: defines no mean_squared_error
"""

import tensorflow as tf


def mean_squared_error(y_true, y_pred):
    return tf.reduce_mean(tf.square(y_true - y_pred))

mean_squared_error = 5.0
