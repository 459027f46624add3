"""Slope and intercept have changed places: b is multiplied, W is added.

Hint: Which of the two does the input belong to? Try an input of 0: only the intercept is left.
Caught by: worked_example
"""

import tensorflow as tf


class LinearModel:
    """A line: W * inputs + b."""

    def __init__(self):
        self.W = tf.Variable(5.0)
        self.b = tf.Variable(0.0)

    def __call__(self, inputs):
        return self.b * inputs + self.W
