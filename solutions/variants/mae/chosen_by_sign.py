"""tf.where turns the negative errors round."""

import tensorflow as tf


def mean_absolute_error(y_true, y_pred):
    errors = y_true - y_pred
    return tf.reduce_mean(tf.where(errors < 0, -errors, errors))
