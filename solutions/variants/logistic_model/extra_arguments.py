"""The start value is an argument with a default; prints while it works."""

import tensorflow as tf


class LogisticModel:
    """Has a property for the trainer as well."""

    def __init__(self, start=-0.01, verbose=True):
        self.W = tf.Variable(start, dtype=tf.float32)
        self.verbose = verbose

    @property
    def trainable_variables(self):
        return [self.W]

    def __call__(self, inputs, training=False):
        if self.verbose:
            print("W is", self.W.numpy())
        return 0.5 * (1 + tf.tanh(self.W * inputs / 2))
