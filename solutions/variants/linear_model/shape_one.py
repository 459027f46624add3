"""Right, and unusual: the variables have shape (1,), not ()."""

import tensorflow as tf


class LinearModel:
    def __init__(self):
        self.W = tf.Variable([5.0])
        self.b = tf.Variable(tf.zeros([1]))

    def __call__(self, inputs):
        return self.W * inputs + self.b
