"""The root of each square is its absolute value; its slope at exactly 0 is lost."""

import tensorflow as tf


def mean_absolute_error(y_true, y_pred):
    return tf.reduce_mean(tf.sqrt(tf.square(y_true - y_pred)))
