"""A product with a column of ones sums each row."""

import tensorflow as tf


def softmax(logits):
    e = tf.exp(logits - tf.reduce_max(logits, axis=-1, keepdims=True))
    ones = tf.ones((logits.shape[1], 1))
    return e / tf.matmul(e, ones)
