"""The logarithms of the probabilities are returned.

Hint: Your entries are all negative. What is still to be done to turn log(p) into p?
Caught by: positive
"""

import tensorflow as tf


def softmax(logits):
    shifted = logits - tf.reduce_max(logits, axis=-1, keepdims=True)
    return shifted - tf.math.log(tf.reduce_sum(tf.exp(shifted), axis=-1, keepdims=True))
