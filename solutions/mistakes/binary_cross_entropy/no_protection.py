"""Nothing protects the logarithms from 0.

Hint: What is log(0), and what is 0 * log(0)? How can y_pred be kept a tiny step away from 0
and 1?
Caught by: finite_at_zero_and_one
"""

import tensorflow as tf


def binary_cross_entropy(y_true, y_pred):
    return -tf.reduce_mean(y_true * tf.math.log(y_pred) + (1 - y_true) * tf.math.log(1 - y_pred))
