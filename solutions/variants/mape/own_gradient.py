"""The gradient is written by hand, and right."""

import tensorflow as tf


@tf.custom_gradient
def mean_absolute_percentage_error(y_true, y_pred):
    fractions = (y_pred - y_true) / y_true
    n = len(fractions)

    def gradient(upstream):
        slope = upstream * 100.0 * tf.sign(fractions) / (n * y_true)
        return -slope * y_pred / y_true, slope

    return 100.0 * tf.reduce_sum(tf.abs(fractions)) / n, gradient
