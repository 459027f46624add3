"""The weight is created in the class body, once for all models.

Hint: Make two models and train one. What happened to the other? When does the class body run?
Caught by: instances_independent
"""

import tensorflow as tf


class LogisticModel:
    W = tf.Variable(-0.01)

    def __call__(self, inputs):
        return tf.sigmoid(self.W * inputs)
