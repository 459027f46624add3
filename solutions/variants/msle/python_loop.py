"""A Python loop over the pairs."""

import tensorflow as tf


def mean_squared_logarithmic_error(y_true, y_pred):
    total = 0.0
    for target, prediction in zip(y_true, y_pred):
        difference = tf.math.log(target + 1) - tf.math.log(prediction + 1)
        total += difference**2
    return total / len(y_true)
