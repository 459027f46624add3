"""Computed and returned in float64."""

import tensorflow as tf


def mean_squared_logarithmic_error(y_true, y_pred):
    a = tf.math.log(1 + tf.cast(y_true, tf.float64))
    b = tf.math.log(1 + tf.cast(y_pred, tf.float64))
    return tf.reduce_mean(tf.square(a - b))
