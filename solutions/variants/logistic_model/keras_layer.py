"""A Keras layer with a weight of shape (1,)."""

import tensorflow as tf


class LogisticModel(tf.keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.W = self.add_weight(shape=(1,), initializer=tf.constant_initializer(-0.01))

    def call(self, inputs):
        return tf.nn.sigmoid(self.W * inputs)
