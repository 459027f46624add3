"""The minus in the exponent is missing, so the model gives the probability of label 0.

Hint: Assign a positive weight. Do positive inputs get probabilities above 0.5?
Caught by: matches_reference
"""

import tensorflow as tf


class LogisticModel:
    def __init__(self):
        self.W = tf.Variable(-0.01)

    def __call__(self, inputs):
        return 1 / (1 + tf.exp(self.W * inputs))
