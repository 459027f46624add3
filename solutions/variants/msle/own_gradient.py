"""The gradient is written by hand, and right."""

import tensorflow as tf


@tf.custom_gradient
def mean_squared_logarithmic_error(y_true, y_pred):
    errors = tf.math.log1p(y_pred) - tf.math.log1p(y_true)
    n = tf.cast(tf.size(errors), errors.dtype)

    def gradient(upstream):
        slope = upstream * 2.0 * errors / n
        return -slope / (1.0 + y_true), slope / (1.0 + y_pred)

    return tf.reduce_sum(errors * errors) / n, gradient
