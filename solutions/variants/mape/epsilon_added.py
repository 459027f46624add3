"""A small epsilon is added to the magnitude of the target."""

import tensorflow as tf


def mean_absolute_percentage_error(y_true, y_pred):
    errors = tf.abs(y_true - y_pred) / (tf.abs(y_true) + 1e-7)
    return tf.reduce_mean(errors) * 100.0
