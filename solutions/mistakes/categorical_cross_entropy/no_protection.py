"""Nothing protects the logarithm from 0.

Hint: What is log(0), and what is 0 * log(0)? How can y_pred be kept a tiny step away from 0?
Caught by: finite_at_zero_and_one
"""

import tensorflow as tf


def categorical_cross_entropy(y_true, y_pred):
    return -tf.reduce_mean(tf.reduce_sum(y_true * tf.math.log(y_pred), axis=1))
