"""Negative numbers are cut off at a small epsilon first, as Keras does."""

import tensorflow as tf


def mean_squared_logarithmic_error(y_true, y_pred):
    first = tf.math.log(tf.maximum(y_true, 1e-7) + 1.0)
    second = tf.math.log(tf.maximum(y_pred, 1e-7) + 1.0)
    return tf.reduce_mean(tf.math.squared_difference(first, second))
