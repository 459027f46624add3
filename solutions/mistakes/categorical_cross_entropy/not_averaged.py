"""The losses of the rows are returned one by one, without their mean.

Hint: How many numbers come back for three rows? How many should a mean give?
Caught by: shape
"""

import tensorflow as tf


def categorical_cross_entropy(y_true, y_pred):
    y_pred = tf.clip_by_value(y_pred, 1e-7, 1.0)
    return -tf.reduce_sum(y_true * tf.math.log(y_pred), axis=1)
