"""Right, and unusual: the variance of the errors plus the square of their mean."""

import tensorflow as tf


def mean_squared_error(y_true, y_pred):
    errors = y_true - y_pred
    return tf.math.reduce_variance(errors) + tf.reduce_mean(errors) ** 2
