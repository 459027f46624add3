"""The method that should create the variables is misspelt, so it never runs.

Hint: Count the underscores of `_init_`. Who calls a method of that name?
Caught by: runs
Told as: local_names
"""

import tensorflow as tf


class LinearModel:
    """A line: W * inputs + b."""

    def _init_(self):
        self.W = tf.Variable(5.0)
        self.b = tf.Variable(0.0)

    def __call__(self, inputs):
        return self.W * inputs + self.b
