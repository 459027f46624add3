"""The larger of the two minus the smaller one."""

import tensorflow as tf


def mean_absolute_error(y_true, y_pred):
    return tf.reduce_mean(tf.maximum(y_true, y_pred) - tf.minimum(y_true, y_pred))
