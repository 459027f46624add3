"""The bias is added to the inputs before they are multiplied.

Hint: With W = 2 and b = 1, what should an input of 0 give? Look at your brackets.
Caught by: matches_reference
"""

import tensorflow as tf


class LinearModel:
    """A line: W * inputs + b."""

    def __init__(self):
        self.W = tf.Variable(5.0)
        self.b = tf.Variable(0.0)

    def __call__(self, inputs):
        return self.W * (inputs + self.b)
