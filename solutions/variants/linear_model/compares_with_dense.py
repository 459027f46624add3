"""Right, and unusual: a main block compares the model with a Dense layer of Keras."""

import tensorflow as tf


class LinearModel:
    def __init__(self):
        self.W = tf.Variable(5.0)
        self.b = tf.Variable(0.0)

    def __call__(self, inputs):
        return self.W * inputs + self.b


if __name__ == "__main__":
    dense = tf.keras.layers.Dense(1, kernel_initializer=tf.keras.initializers.Constant(5.0))
    points = tf.constant([[1.0], [2.0]])
    print(LinearModel()(points).numpy())
    print(dense(points).numpy())
