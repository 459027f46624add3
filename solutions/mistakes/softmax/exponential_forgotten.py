"""The logits are divided by their sum, without the exponential.

Hint: Can a probability be negative? What does the exponential do with a negative number?
Caught by: positive
"""

import tensorflow as tf


def softmax(logits):
    return logits / tf.reduce_sum(logits, axis=-1, keepdims=True)
