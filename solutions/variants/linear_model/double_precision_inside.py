"""Right, and unusual: the line is computed in double precision and cast back."""

import tensorflow as tf


class LinearModel:
    def __init__(self):
        self.W = tf.Variable(5.0)
        self.b = tf.Variable(0.0)

    def __call__(self, inputs):
        W = tf.cast(self.W, tf.float64)
        b = tf.cast(self.b, tf.float64)
        return tf.cast(W * tf.cast(inputs, tf.float64) + b, tf.float32)
