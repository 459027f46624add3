"""Right, and unusual: a Keras layer that holds variables of TensorFlow."""

import tensorflow as tf


class LinearModel(tf.keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.W = tf.Variable(5.0)
        self.b = tf.Variable(0.0)

    def call(self, inputs):
        return tf.add(tf.multiply(self.W, inputs), self.b)
