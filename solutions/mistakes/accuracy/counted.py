"""The right predictions are counted, without dividing by the number of examples.

Hint: What do you get for five right predictions out of five? A share lies between 0 and 1.
Caught by: between_zero_and_one
"""

import tensorflow as tf


def accuracy(y_true, y_pred):
    labels = tf.cast(y_pred > 0.5, tf.float32)
    hits = tf.cast(labels == y_true, tf.float32)
    return tf.reduce_sum(hits)
