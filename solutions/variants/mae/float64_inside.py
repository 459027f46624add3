"""Computed and returned in float64."""

import tensorflow as tf


def mean_absolute_error(y_true, y_pred):
    errors = tf.cast(y_true, tf.float64) - tf.cast(y_pred, tf.float64)
    return tf.reduce_mean(tf.abs(errors))
