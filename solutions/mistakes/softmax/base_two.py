"""Powers of 2 are taken, not of e.

Hint: Redo the example by hand: what is 2 to the power 0.6931, and what is exp(0.6931)?
Caught by: worked_example
"""

import tensorflow as tf


def softmax(logits):
    e = 2.0 ** (logits - tf.reduce_max(logits, axis=-1, keepdims=True))
    return e / tf.reduce_sum(e, axis=-1, keepdims=True)
