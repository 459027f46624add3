"""Right, and unusual: the sum is divided by the number of errors, cast to their type."""

import tensorflow as tf


def mean_squared_error(y_true, y_pred):
    errors = tf.subtract(y_pred, y_true)
    return tf.reduce_sum(errors**2) / tf.cast(tf.size(errors), errors.dtype)
