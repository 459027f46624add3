"""Every call makes new variables, so what was learned is forgotten.

Hint: Set W to 2 and call the model. Which line of your code brings back the 5?
Caught by: matches_reference
"""

import tensorflow as tf


class LinearModel:
    """A line: W * inputs + b."""

    def __init__(self):
        self.W = tf.Variable(5.0)
        self.b = tf.Variable(0.0)

    def __call__(self, inputs):
        self.W = tf.Variable(5.0)
        self.b = tf.Variable(0.0)
        return self.W * inputs + self.b
