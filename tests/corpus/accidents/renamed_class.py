"""Renames the class.

Exercise: linear_model
Verdict: failed
Score: 0
Says: did you mean LinearModel
"""

import tensorflow as tf


class LinearModell:
    def __init__(self):
        self.W = tf.Variable(5.0)
        self.b = tf.Variable(0.0)

    def __call__(self, inputs):
        return self.W * inputs + self.b
