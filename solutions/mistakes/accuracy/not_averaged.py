"""A list of hits is returned, not their share.

Hint: How many numbers come back for three examples, and how many should?
Caught by: shape
"""

import tensorflow as tf


def accuracy(y_true, y_pred):
    labels = tf.cast(y_pred > 0.5, tf.float32)
    hits = tf.cast(labels == y_true, tf.float32)
    return hits
