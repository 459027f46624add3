"""W and b are plain numbers or constants, not variables, so they cannot be trained.

Hint: Training has to change W and b in place. Which kind of object of TensorFlow can do that?
Caught by: has_variables
"""

import tensorflow as tf


class LinearModel:
    """A line: W * inputs + b."""

    def __init__(self):
        self.W = tf.constant(5.0)
        self.b = tf.constant(0.0)

    def __call__(self, inputs):
        return self.W * inputs + self.b
