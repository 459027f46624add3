"""The upper bound of the clip is so close to 1 that float32 rounds it to 1.

Hint: What does float32 make of 1 - 1e-10? Print tf.constant(1 - 1e-10) == 1.
Caught by: finite_at_zero_and_one
Told as: one_sided_protection
"""

import tensorflow as tf


def binary_cross_entropy(y_true, y_pred):
    y_pred = tf.clip_by_value(y_pred, 1e-10, 1 - 1e-10)
    return -tf.reduce_mean(y_true * tf.math.log(y_pred) + (1 - y_true) * tf.math.log(1 - y_pred))
