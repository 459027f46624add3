"""The weight goes through NumPy, so no gradient reaches it.

Hint: The values are right, but the gradient with respect to W is None. Where do you leave
TensorFlow?
Caught by: gradient_reaches_variable
"""

import tensorflow as tf


class LogisticModel:
    def __init__(self):
        self.W = tf.Variable(-0.01)

    def __call__(self, inputs):
        return tf.sigmoid(self.W.numpy() * inputs)
