"""The prediction leaves out b.

Hint: What does your model predict for an input of 0, and what should it predict there?
Caught by: matches_reference
"""

import tensorflow as tf


class LinearModel:
    """A line: W * inputs + b."""

    def __init__(self):
        self.W = tf.Variable(5.0)
        self.b = tf.Variable(0.0)

    def __call__(self, inputs):
        return self.W * inputs
