"""The minus in front of the mean is missing, so the loss is negative.

Hint: The logarithm of a number below 1 is negative. What must stand in front to make a loss of
it?
Caught by: never_negative
"""

import tensorflow as tf


def binary_cross_entropy(y_true, y_pred):
    y_pred = tf.clip_by_value(y_pred, 1e-7, 1 - 1e-7)
    return tf.reduce_mean(y_true * tf.math.log(y_pred) + (1 - y_true) * tf.math.log(1 - y_pred))
