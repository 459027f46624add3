"""The logarithms of all classes are summed, whichever is the true one.

Hint: Move the 1 of a row to another class. Does your loss notice? What picks one logarithm of the
row?
Caught by: only_the_true_class_counts
"""

import tensorflow as tf


def categorical_cross_entropy(y_true, y_pred):
    y_pred = tf.clip_by_value(y_pred, 1e-7, 1.0)
    return -tf.reduce_mean(tf.reduce_sum(tf.math.log(y_pred), axis=1))
