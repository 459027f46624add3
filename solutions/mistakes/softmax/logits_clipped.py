"""Large logits are clipped before the exponential, so they become equal.

Hint: What are the probabilities of 1000 and 999? For your code the two are the same number.
Caught by: finite_far_out
"""

import tensorflow as tf


def softmax(logits):
    e = tf.exp(tf.clip_by_value(logits, -50.0, 50.0))
    return e / tf.reduce_sum(e, axis=-1, keepdims=True)
