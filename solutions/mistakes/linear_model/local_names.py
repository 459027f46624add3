"""The model has no W: `__init__` does not tie it to the model by `self.`, or never runs.

Hint: What ties a value to the model, so that another method can still find it? And how many
underscores does `__init__` have on each side?
Caught by: runs
"""

import tensorflow as tf


class LinearModel:
    """A line: W * inputs + b."""

    def __init__(self):
        W = tf.Variable(5.0)
        b = tf.Variable(0.0)

    def __call__(self, inputs):
        return self.W * inputs + self.b
