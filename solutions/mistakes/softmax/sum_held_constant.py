"""The gradient is stopped at the sum of the row, as if it did not depend on the logits.

Hint: The shift cancels and needs no gradient. But what happens to the sum, and with it to all
entries of the row, when one logit grows?
Caught by: gradient_matches_reference
"""

import tensorflow as tf


def softmax(logits):
    e = tf.exp(logits - tf.reduce_max(logits, axis=-1, keepdims=True))
    return e / tf.stop_gradient(tf.reduce_sum(e, axis=-1, keepdims=True))
