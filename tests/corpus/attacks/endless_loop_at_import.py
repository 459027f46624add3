"""Loops without end while it is imported.

Exercise: mse
Verdict: timed out
Score: 0
"""

import tensorflow as tf

while True:
    pass


def mean_squared_error(y_true, y_pred):
    return tf.reduce_mean(tf.square(y_true - y_pred))
