"""Magnitude of the error over magnitude of the target, kept away from 0 as Keras does."""

import tensorflow as tf


def mean_absolute_percentage_error(y_true, y_pred):
    size = tf.maximum(tf.abs(y_true), 1e-7)
    return tf.reduce_mean(100.0 * tf.abs(y_pred - y_true) / size)
