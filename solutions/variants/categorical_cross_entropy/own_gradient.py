"""The gradient is written by hand, and right."""

import tensorflow as tf


@tf.custom_gradient
def categorical_cross_entropy(y_true, y_pred):
    p = tf.clip_by_value(y_pred, 1e-7, 1.0)
    n = len(p)

    def gradient(upstream):
        return -upstream * tf.math.log(p) / n, -upstream * y_true / (p * n)

    return -tf.reduce_sum(y_true * tf.math.log(p)) / n, gradient
