"""W and b start at random values.

Hint: Make two models and print their W. At which values are W and b asked to start?
Caught by: start_values
"""

import tensorflow as tf


class LinearModel:
    """A line: W * inputs + b."""

    def __init__(self):
        self.W = tf.Variable(tf.random.normal([]))
        self.b = tf.Variable(tf.random.normal([]))

    def __call__(self, inputs):
        return self.W * inputs + self.b
