"""The logarithm has base 2.

Hint: All your losses are too large by the same factor, about 1.44. Which logarithm does the
formula mean?
Caught by: worked_example
"""

import tensorflow as tf


def categorical_cross_entropy(y_true, y_pred):
    y_pred = tf.clip_by_value(y_pred, 1e-7, 1.0)
    bits = tf.math.log(y_pred) / tf.math.log(2.0)
    return -tf.reduce_mean(tf.reduce_sum(y_true * bits, axis=1))
