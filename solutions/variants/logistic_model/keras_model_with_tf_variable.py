"""A keras.Model that holds a plain tf.Variable."""

import tensorflow as tf


class LogisticModel(tf.keras.Model):
    def __init__(self):
        super().__init__()
        self.W = tf.Variable(-0.01)

    def call(self, inputs):
        return tf.sigmoid(self.W * inputs)
