"""The mean is taken of integers and is rounded down.

Hint: Your result is 0 or 1, never in between. What does tf.reduce_mean make of whole numbers?
Caught by: matches_reference
"""

import tensorflow as tf


def accuracy(y_true, y_pred):
    labels = tf.cast(y_pred > 0.5, tf.int32)
    hits = tf.cast(labels == tf.cast(y_true, tf.int32), tf.int32)
    return tf.reduce_mean(hits)
