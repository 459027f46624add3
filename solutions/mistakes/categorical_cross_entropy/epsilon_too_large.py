"""The clip is so wide that it caps the loss of confident mistakes.

Hint: How large is your loss when the true class was given the probability 0? Your clip sets that
limit.
Caught by: finite_at_zero_and_one
"""

import tensorflow as tf


def categorical_cross_entropy(y_true, y_pred):
    y_pred = tf.clip_by_value(y_pred, 0.01, 0.99)
    return -tf.reduce_mean(tf.reduce_sum(y_true * tf.math.log(y_pred), axis=1))
