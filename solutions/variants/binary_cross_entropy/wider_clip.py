"""Clipped at 1e-6, with an epsilon as an extra argument."""

import tensorflow as tf


def binary_cross_entropy(y_true, y_pred, epsilon=1e-6):
    y_pred = tf.clip_by_value(y_pred, epsilon, 1.0 - epsilon)
    losses = y_true * tf.math.log(y_pred) + (1.0 - y_true) * tf.math.log(1.0 - y_pred)
    return tf.negative(tf.reduce_mean(losses))
