"""The hits are counted, and the quotient is float64."""

import tensorflow as tf


def accuracy(y_true, y_pred):
    labels = tf.cast(y_pred > 0.5, tf.int32)
    hits = tf.math.count_nonzero(labels == tf.cast(y_true, tf.int32))
    return hits / len(y_true)
