"""What is too low plus what is too high."""

import tensorflow as tf


def mean_absolute_error(y_true, y_pred):
    errors = y_true - y_pred
    return tf.reduce_mean(tf.nn.relu(errors) + tf.nn.relu(-errors))
