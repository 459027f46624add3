"""The sum divided by the number of examples."""

import tensorflow as tf


def binary_cross_entropy(y_true, y_pred):
    p = tf.minimum(tf.maximum(y_pred, 1e-7), 1 - 1e-7)
    total = tf.reduce_sum(y_true * tf.math.log(p) + (1 - y_true) * tf.math.log(1 - p))
    return -total / tf.cast(tf.size(y_true), tf.float32)
