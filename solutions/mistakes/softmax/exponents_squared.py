"""The exponentials are squared, so every row is too sure of itself.

Hint: Your largest probabilities are too large. What are the exponentials of the example, and
what do yours sum to?
Caught by: matches_reference
"""

import tensorflow as tf


def softmax(logits):
    shifted = logits - tf.reduce_max(logits, axis=-1, keepdims=True)
    e = tf.exp(shifted) ** 2
    return e / tf.reduce_sum(e, axis=-1, keepdims=True)
