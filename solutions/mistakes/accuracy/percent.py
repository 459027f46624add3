"""The accuracy is given in percent.

Hint: Three of four right: is the answer 75, or 0.75?
Caught by: worked_example
"""

import tensorflow as tf


def accuracy(y_true, y_pred):
    labels = tf.cast(y_pred > 0.5, tf.float32)
    hits = tf.cast(labels == y_true, tf.float32)
    return 100 * tf.reduce_mean(hits)
