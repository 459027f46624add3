"""A probability of exactly 0.5 predicts label 1.

Hint: Which label should a probability of exactly 0.5 predict? Compare above with at least.
Caught by: half_is_zero
"""

import tensorflow as tf


def accuracy(y_true, y_pred):
    labels = tf.cast(y_pred >= 0.5, tf.float32)
    return tf.reduce_mean(tf.cast(labels == y_true, tf.float32))
