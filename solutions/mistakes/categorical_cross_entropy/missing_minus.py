"""The minus is missing, so the loss is negative.

Hint: The logarithm of a number below 1 is negative. What must stand in front to make a loss of
it?
Caught by: never_negative
"""

import tensorflow as tf


def categorical_cross_entropy(y_true, y_pred):
    y_pred = tf.clip_by_value(y_pred, 1e-7, 1.0)
    return tf.reduce_mean(tf.reduce_sum(y_true * tf.math.log(y_pred), axis=1))
