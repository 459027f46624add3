"""The logits are divided by the largest of their row, where it should be subtracted.

Hint: Add 1 to all logits of a row. Which changes: their differences, or their ratios? The
softmax depends on one of the two only.
Caught by: unchanged_by_shift
"""

import tensorflow as tf


def softmax(logits):
    largest = tf.reduce_max(tf.abs(logits), axis=-1, keepdims=True) + 1e-7
    e = tf.exp(logits / largest)
    return e / tf.reduce_sum(e, axis=-1, keepdims=True)
