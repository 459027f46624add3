"""Only the examples with label 1 count; the second term is missing.

Hint: Try labels that are all 0. Does a bad prediction cost anything?
Caught by: single_class
"""

import tensorflow as tf


def binary_cross_entropy(y_true, y_pred):
    y_pred = tf.clip_by_value(y_pred, 1e-7, 1 - 1e-7)
    return -tf.reduce_mean(y_true * tf.math.log(y_pred))
