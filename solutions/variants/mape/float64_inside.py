"""Computed and returned in float64."""

import tensorflow as tf


def mean_absolute_percentage_error(y_true, y_pred):
    y_true = tf.cast(y_true, tf.float64)
    y_pred = tf.cast(y_pred, tf.float64)
    return 100.0 * tf.reduce_mean(tf.abs((y_true - y_pred) / y_true))
