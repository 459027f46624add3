"""Both terms take the logarithm of the same probability.

Hint: Flip all the labels: your loss stays the same. What is the probability of label 0?
Caught by: flipped
"""

import tensorflow as tf


def binary_cross_entropy(y_true, y_pred):
    y_pred = tf.clip_by_value(y_pred, 1e-7, 1 - 1e-7)
    return -tf.reduce_mean(y_true * tf.math.log(y_pred) + (1 - y_true) * tf.math.log(y_pred))
