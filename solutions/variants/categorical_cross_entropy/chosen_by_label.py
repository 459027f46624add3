"""tf.where puts a 1 in the place of every class that does not count."""

import tensorflow as tf


def categorical_cross_entropy(y_true, y_pred):
    safe = tf.where(y_true > 0.5, tf.maximum(y_pred, 1e-7), tf.ones_like(y_pred))
    return -tf.reduce_sum(tf.math.log(safe)) / len(y_true)
