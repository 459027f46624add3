"""A tf.function, with the sum divided by the number of errors."""

import tensorflow as tf


@tf.function
def mean_absolute_error(y_true, y_pred):
    errors = tf.subtract(y_pred, y_true)
    return tf.reduce_sum(tf.math.abs(errors)) / tf.cast(tf.size(errors), errors.dtype)
