"""The logarithm is cut off at -100, after it has already become infinite.

Hint: The loss is finite, but its gradient at 0 is nan. Can you change the probability before the
logarithm sees it?
Caught by: gradient_finite_at_zero_and_one
"""

import tensorflow as tf


def categorical_cross_entropy(y_true, y_pred):
    logarithms = tf.maximum(tf.math.log(y_pred), -100.0)
    return -tf.reduce_mean(tf.reduce_sum(y_true * logarithms, axis=1))
