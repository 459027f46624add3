"""The gradient is written by hand, and right."""

import tensorflow as tf


@tf.custom_gradient
def sigmoid(x):
    s = 0.5 + 0.5 * tf.tanh(x / 2)

    def gradient(upstream):
        return upstream * s * (1 - s)

    return s, gradient
