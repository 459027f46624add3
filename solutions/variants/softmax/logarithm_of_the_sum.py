"""The exponential of the logits minus the logarithm of the sum of their exponentials."""

import tensorflow as tf


def softmax(logits):
    return tf.exp(logits - tf.reduce_logsumexp(logits, axis=-1, keepdims=True))
