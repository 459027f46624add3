"""A tf.function, with tf.divide and a sum over the count."""

import tensorflow as tf


@tf.function
def mean_absolute_percentage_error(y_true, y_pred):
    fractions = tf.divide(tf.subtract(y_true, y_pred), y_true)
    count = tf.cast(tf.shape(fractions)[0], fractions.dtype)
    return tf.multiply(100.0, tf.reduce_sum(tf.abs(fractions)) / count)
