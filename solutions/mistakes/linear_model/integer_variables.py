"""The variables are integers, which have no gradient and refuse float inputs.

Hint: Print `model.W.dtype`. What does TensorFlow make of a 5, and what of a 5.0?
Caught by: runs
"""

import tensorflow as tf


class LinearModel:
    """A line: W * inputs + b."""

    def __init__(self):
        self.W = tf.Variable(5)
        self.b = tf.Variable(0)

    def __call__(self, inputs):
        return self.W * inputs + self.b
