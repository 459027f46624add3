"""Computed and returned in float64, where a clip at 1e-12 is safe."""

import tensorflow as tf


def binary_cross_entropy(y_true, y_pred):
    y = tf.cast(y_true, tf.float64)
    p = tf.clip_by_value(tf.cast(y_pred, tf.float64), 1e-12, 1 - 1e-12)
    return -tf.reduce_mean(y * tf.math.log(p) + (1 - y) * tf.math.log(1 - p))
