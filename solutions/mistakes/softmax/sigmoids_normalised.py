"""Sigmoids stand in for the exponentials, and are divided by their sum.

Hint: Your rows sum to 1, but add 5 to all logits of one and it changes. Which function does the
formula apply to each logit?
Caught by: unchanged_by_shift
"""

import tensorflow as tf


def softmax(logits):
    s = 1 / (1 + tf.exp(-logits))
    return s / tf.reduce_sum(s, axis=-1, keepdims=True)
