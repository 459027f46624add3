"""A tf.function, with xlogy and log1p."""

import tensorflow as tf


@tf.function
def binary_cross_entropy(y_true, y_pred):
    p = tf.clip_by_value(y_pred, 1e-7, 1 - 1e-7)
    return -tf.reduce_mean(tf.math.xlogy(y_true, p) + (1 - y_true) * tf.math.log1p(-p))
