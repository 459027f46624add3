import tensorflow as tf


class LinearModel:
    def __init__(self):
        self.W = tf.Variable(0.0)
        self.b = tf.Variable(0.0)

    def __call__(self, inputs):
        return self.W * inputs + self.b
