"""The square is multiplied out."""

import tensorflow as tf


def mean_squared_logarithmic_error(y_true, y_pred):
    a, b = tf.math.log(y_true + 1), tf.math.log(y_pred + 1)
    return tf.reduce_mean(a * a - 2 * a * b + b * b)
