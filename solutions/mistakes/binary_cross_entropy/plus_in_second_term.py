"""The second term has (1 + y_true) where (1 - y_true) belongs.

Hint: Try labels that are all 1. For a label of 1, which of the two terms should vanish?
Caught by: single_class
"""

import tensorflow as tf


def binary_cross_entropy(y_true, y_pred):
    y_pred = tf.clip_by_value(y_pred, 1e-7, 1 - 1e-7)
    return -tf.reduce_mean(y_true * tf.math.log(y_pred) + (1 + y_true) * tf.math.log(1 - y_pred))
