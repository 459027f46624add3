"""The exponentials are taken of the logits as they are, and overflow.

Hint: exp(100) does not fit into float32. Adding the same number to a whole row changes nothing:
which one keeps the exponents small?
Caught by: finite_far_out
"""

import tensorflow as tf


def softmax(logits):
    e = tf.exp(logits)
    return e / tf.reduce_sum(e, axis=-1, keepdims=True)
