"""The weight multiplies the sigmoid, not its input.

Hint: For an input of 0 every weight should give 0.5. What is multiplied by W, and what goes
into the sigmoid?
Caught by: worked_example
"""

import tensorflow as tf


class LogisticModel:
    def __init__(self):
        self.W = tf.Variable(-0.01)

    def __call__(self, inputs):
        return self.W * tf.sigmoid(inputs)
