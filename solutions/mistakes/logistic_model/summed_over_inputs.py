"""The products are summed, so many inputs give one probability.

Hint: How many probabilities should come back for three inputs? A sum over features has no
place here.
Caught by: shape
"""

import tensorflow as tf


class LogisticModel:
    def __init__(self):
        self.W = tf.Variable(-0.01)

    def __call__(self, inputs):
        z = tf.reduce_sum(self.W * inputs, axis=-1)
        return tf.sigmoid(z)
