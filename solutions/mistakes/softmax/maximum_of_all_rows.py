"""The largest logit of all rows is subtracted, so that small rows vanish.

Hint: One row of logits near 1000, another near 0: what is left of the second after your
subtraction? Whose maximum does each row need?
Caught by: finite_far_out
"""

import tensorflow as tf


def softmax(logits):
    e = tf.exp(logits - tf.reduce_max(logits))
    return e / tf.reduce_sum(e, axis=-1, keepdims=True)
