"""Prints while it works, and has one more argument with a default."""

import tensorflow as tf


def sigmoid(x, steepness=1.0):
    """Return the sigmoid of steepness * x."""
    print("x has the shape", x.shape)
    result = 1 / (1 + tf.exp(-steepness * x))
    print(result)
    return result
