"""Every call creates the weight anew and forgets what was learned.

Hint: Assign 1.0 to W, call the model, and print W. How often should the variable be created?
Caught by: matches_reference
"""

import tensorflow as tf


class LogisticModel:
    def __init__(self):
        self.W = tf.Variable(-0.01)

    def __call__(self, inputs):
        self.W = tf.Variable(-0.01)
        return tf.sigmoid(self.W * inputs)
