"""The logarithm has base 2.

Hint: All your losses are too large by the same factor, about 1.44. Which logarithm does the
formula mean?
Caught by: matches_reference
"""

import tensorflow as tf


def log2(x):
    return tf.math.log(x) / tf.math.log(2.0)


def binary_cross_entropy(y_true, y_pred):
    y_pred = tf.clip_by_value(y_pred, 1e-7, 1 - 1e-7)
    return -tf.reduce_mean(y_true * log2(y_pred) + (1 - y_true) * log2(1 - y_pred))
