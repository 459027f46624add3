"""The prediction comes back as a column, whatever shape the inputs have.

Hint: Print the shape of the inputs and the shape of the prediction. Which line changes it?
Caught by: shape
"""

import tensorflow as tf


class LinearModel:
    """A line: W * inputs + b."""

    def __init__(self):
        self.W = tf.Variable(5.0)
        self.b = tf.Variable(0.0)

    def __call__(self, inputs):
        inputs = tf.reshape(inputs, (-1, 1))
        return self.W * inputs + self.b
