"""The gradient is written by hand, as if each probability hung on its own logit alone.

Hint: Raise one logit a little. Do the probabilities of the other classes stay as they are?
Caught by: gradient_matches_differences
"""

import tensorflow as tf


@tf.custom_gradient
def softmax(logits):
    e = tf.exp(logits - tf.reduce_max(logits, axis=-1, keepdims=True))
    s = e / tf.reduce_sum(e, axis=-1, keepdims=True)

    def gradient(upstream):
        return upstream * s * (1 - s)

    return s, gradient
