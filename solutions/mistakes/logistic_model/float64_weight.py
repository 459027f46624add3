"""Numbers of double precision are multiplied with the float32 inputs.

Hint: NumPy makes float64 numbers. What is the dtype of W, and which dtype do the inputs have?
Caught by: runs
"""

import numpy as np
import tensorflow as tf


class LogisticModel:
    def __init__(self):
        self.W = tf.Variable(np.array(-0.01))

    def __call__(self, inputs):
        return tf.sigmoid(self.W * inputs)
