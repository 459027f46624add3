"""The differences of the logarithms are averaged with their signs.

Hint: Too low by one factor and too high by the same factor count as perfect here. Which step of
the formula is missing?
Caught by: never_negative
"""

import tensorflow as tf


def mean_squared_logarithmic_error(y_true, y_pred):
    return tf.reduce_mean(tf.math.log1p(y_true) - tf.math.log1p(y_pred))
