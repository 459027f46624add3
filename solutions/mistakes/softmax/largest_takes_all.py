"""The largest logit gets probability 1, and all others 0.

Hint: That is an argmax. How sure should a softmax be when two logits are nearly equal, and what
slope does a step have?
Caught by: positive
"""

import tensorflow as tf


def softmax(logits):
    return tf.one_hot(tf.argmax(logits, axis=-1), logits.shape[-1])
