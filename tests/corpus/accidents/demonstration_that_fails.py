"""Ends in a demonstration that raises.

Exercise: mse
Verdict: error
Score: 0
Says: ZeroDivisionError
"""

import tensorflow as tf


def mean_squared_error(y_true, y_pred):
    return tf.reduce_mean(tf.square(y_true - y_pred))

print(1 / 0)
