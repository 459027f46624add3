"""One minus the mean distance between the labels."""

import tensorflow as tf


def accuracy(y_true, y_pred, threshold=0.5):
    labels = tf.cast(tf.math.greater(y_pred, threshold), y_true.dtype)
    return 1 - tf.reduce_mean(tf.square(labels - y_true))
