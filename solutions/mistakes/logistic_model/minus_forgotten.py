"""The weight starts at 0.01, without the minus.

Hint: Print the weight of a new model with four decimals. Where should it start?
Caught by: start_value
"""

import tensorflow as tf


class LogisticModel:
    def __init__(self):
        self.W = tf.Variable(0.01)

    def __call__(self, inputs):
        return tf.sigmoid(self.W * inputs)
