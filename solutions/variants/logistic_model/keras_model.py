"""A keras.Model with a weight from add_weight."""

import tensorflow as tf


class LogisticModel(tf.keras.Model):
    def __init__(self):
        super().__init__()
        start = tf.keras.initializers.Constant(-0.01)
        self.W = self.add_weight(name="W", shape=(), initializer=start, trainable=True)

    def call(self, inputs):
        return tf.keras.activations.sigmoid(self.W * inputs)
