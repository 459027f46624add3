"""A minus in the exponent turns the order of each row round.

Hint: Which class gets the largest probability: the one with the largest logit, or the one with
the smallest?
Caught by: order_kept
"""

import tensorflow as tf


def softmax(logits):
    e = tf.exp(tf.reduce_min(logits, axis=-1, keepdims=True) - logits)
    return e / tf.reduce_sum(e, axis=-1, keepdims=True)
