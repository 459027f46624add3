"""Prints text that no encoding can write.

Exercise: mse
Verdict: passed
Score: 20
"""

import tensorflow as tf


def mean_squared_error(y_true, y_pred):
    return tf.reduce_mean(tf.square(y_true - y_pred))

print("\ud800 \x00 \x1b[2J")
