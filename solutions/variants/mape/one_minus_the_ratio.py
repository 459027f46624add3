"""How far the ratio of prediction and target is from 1."""

import tensorflow as tf


def mean_absolute_percentage_error(y_true, y_pred):
    return 100 * tf.reduce_mean(tf.abs(1 - y_pred / y_true))
