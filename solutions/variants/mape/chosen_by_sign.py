"""tf.where turns the negative percentages round."""

import tensorflow as tf


def mean_absolute_percentage_error(y_true, y_pred):
    percent = 100.0 * (y_true - y_pred) / y_true
    return tf.reduce_mean(tf.where(percent >= 0, percent, -percent))
