"""The variables are marked as not trainable, so a gradient tape passes them by.

Hint: Read how you create W and b, word by word. Which variables does a gradient tape watch?
Caught by: gradient_reaches_variables
"""

import tensorflow as tf


class LinearModel:
    """A line: W * inputs + b."""

    def __init__(self):
        self.W = tf.Variable(5.0, trainable=False)
        self.b = tf.Variable(0.0, trainable=False)

    def __call__(self, inputs):
        return self.W * inputs + self.b
