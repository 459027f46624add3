"""All models share one variable from the top of the module.

Hint: Make two models and assign 1.0 to the weight of one. What does the other one predict?
Caught by: instances_independent
Told as: class_attribute
"""

import tensorflow as tf

weight = tf.Variable(-0.01)


class LogisticModel:
    def __init__(self):
        self.W = weight

    def __call__(self, inputs):
        return tf.sigmoid(self.W * inputs)
