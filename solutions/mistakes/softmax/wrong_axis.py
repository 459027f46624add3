"""The sum goes down the columns, over the examples, not along each row.

Hint: Take one row away. Should the probabilities of the others change? Which axis holds the
classes?
Caught by: rows_independent
"""

import tensorflow as tf


def softmax(logits):
    e = tf.exp(logits - tf.reduce_max(logits, axis=0))
    return e / tf.reduce_sum(e, axis=0)
