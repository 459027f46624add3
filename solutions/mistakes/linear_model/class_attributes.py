"""The variables stand in the class body, so all models share them.

Hint: Make two models and set W of the first. What is W of the second now?
Caught by: instances_independent
"""

import tensorflow as tf


class LinearModel:
    """A line: W * inputs + b."""

    W = tf.Variable(5.0)
    b = tf.Variable(0.0)

    def __call__(self, inputs):
        return self.W * inputs + self.b
