"""Returns a Python float."""

import tensorflow as tf


def accuracy(y_true, y_pred):
    labels = tf.where(y_pred > 0.5, 1.0, 0.0)
    return float(tf.reduce_mean(tf.cast(labels == y_true, tf.float32)))
