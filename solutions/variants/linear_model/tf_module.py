"""Right, and unusual: the model is a tf.Module with named variables."""

import tensorflow as tf


class LinearModel(tf.Module):
    def __init__(self, name="line"):
        super().__init__(name=name)
        self.W = tf.Variable(5.0, name="W", dtype=tf.float32, trainable=True)
        self.b = tf.Variable(0.0, name="b", dtype=tf.float32, trainable=True)

    @tf.Module.with_name_scope
    def __call__(self, inputs):
        return self.W * inputs + self.b
