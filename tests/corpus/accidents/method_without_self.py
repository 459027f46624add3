"""Forgets self.

Exercise: linear_model
Verdict: error
At most: 2
Says: is `self` missing?
"""

import tensorflow as tf


class LinearModel:
    def __init__(self):
        self.W = tf.Variable(5.0)
        self.b = tf.Variable(0.0)

    def __call__(inputs):
        return self.W * inputs + self.b
