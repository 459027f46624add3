"""The losses of the single examples are returned, without their mean.

Hint: How many numbers come back for three examples, and how many should?
Caught by: shape
"""

import tensorflow as tf


def binary_cross_entropy(y_true, y_pred):
    y_pred = tf.clip_by_value(y_pred, 1e-7, 1 - 1e-7)
    return -(y_true * tf.math.log(y_pred) + (1 - y_true) * tf.math.log(1 - y_pred))
