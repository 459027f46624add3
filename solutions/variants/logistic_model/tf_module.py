"""A tf.Module."""

import tensorflow as tf


class LogisticModel(tf.Module):
    def __init__(self, name=None):
        super().__init__(name=name)
        self.W = tf.Variable(-0.01, trainable=True)

    def __call__(self, inputs):
        return tf.math.sigmoid(tf.multiply(self.W, inputs))
