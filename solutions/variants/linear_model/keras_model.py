"""Right, and unusual: a Keras model whose variables come from add_weight."""

import tensorflow as tf


class LinearModel(tf.keras.Model):
    def __init__(self):
        super().__init__()
        self.W = self.add_weight(shape=(), initializer=tf.keras.initializers.Constant(5.0))
        self.b = self.add_weight(shape=(), initializer="zeros")

    def call(self, inputs):
        return self.W * inputs + self.b
