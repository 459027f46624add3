"""The variables are default arguments, which Python creates once for all models.

Hint: When does Python evaluate a default argument: at every call, or once? Make two models
    and set W of the first.
Caught by: instances_independent
Told as: class_attributes
"""

import tensorflow as tf


class LinearModel:
    """A line: W * inputs + b."""

    def __init__(self, W=tf.Variable(5.0), b=tf.Variable(0.0)):
        self.W = W
        self.b = b

    def __call__(self, inputs):
        return self.W * inputs + self.b
