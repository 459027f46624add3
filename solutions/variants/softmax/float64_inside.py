"""Computed and returned in float64, with the shift that float64 needs as well."""

import tensorflow as tf


def softmax(logits):
    x = tf.cast(logits, tf.float64)
    e = tf.exp(x - tf.reduce_max(x, axis=1, keepdims=True))
    return e / tf.reduce_sum(e, axis=1, keepdims=True)
