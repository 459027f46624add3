"""Writes a hundred megabytes to its standard output and error.

Exercise: mse
Verdict: failed
At most: 5
"""

import os

import tensorflow as tf

for number in range(1600):
    os.write(1 + number % 2, b"passed 20/20\n" * 5000)


def mean_squared_error(y_true, y_pred):
    return tf.reduce_mean(y_pred) + 1.0
