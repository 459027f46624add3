"""The maximum of the row is added, where it should be subtracted.

Hint: For a row of 60 and 50, which exponents does your code compute? Are they smaller than
before?
Caught by: finite_far_out
"""

import tensorflow as tf


def softmax(logits):
    e = tf.exp(logits + tf.reduce_max(logits, axis=-1, keepdims=True))
    return e / tf.reduce_sum(e, axis=-1, keepdims=True)
