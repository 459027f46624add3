"""The rows come back joined in one, and their shape is lost.

Hint: Compare the shapes of the logits and of your result. Where does the next row begin?
Caught by: shape
"""

import tensorflow as tf


def softmax(logits):
    rows = []
    for row in logits:
        e = tf.exp(row - tf.reduce_max(row))
        rows.append(e / tf.reduce_sum(e))
    return tf.concat(rows, axis=0)
