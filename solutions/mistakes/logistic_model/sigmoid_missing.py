"""The sigmoid is missing, so the model returns W * inputs.

Hint: Your results are below 0 for some inputs. What turns any number into a probability?
Caught by: worked_example
"""

import tensorflow as tf


class LogisticModel:
    def __init__(self):
        self.W = tf.Variable(-0.01)

    def __call__(self, inputs):
        return self.W * inputs
