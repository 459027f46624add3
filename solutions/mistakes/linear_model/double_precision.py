"""Numbers of double precision are multiplied with the float32 inputs.

Hint: Print `model.W.dtype` and the dtype of the inputs. Which precision do NumPy numbers have?
Caught by: runs
"""

import numpy as np
import tensorflow as tf


class LinearModel:
    """A line: W * inputs + b."""

    def __init__(self):
        self.W = tf.Variable(np.array(5.0))
        self.b = tf.Variable(np.array(0.0))

    def __call__(self, inputs):
        return self.W * inputs + self.b
