"""All models share one weight: it is created once, not for each model.

Hint: Make two models and train one. What happened to the other? When does the line that
creates W run?
Caught by: instances_independent
"""

import tensorflow as tf


class LogisticModel:
    W = tf.Variable(-0.01)

    def __call__(self, inputs):
        return tf.sigmoid(self.W * inputs)
