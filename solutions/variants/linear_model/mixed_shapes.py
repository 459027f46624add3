"""Right, and unusual: W has shape (1,) and b shape (), and the sum is written the other way."""

import numpy as np
import tensorflow as tf


class LinearModel:
    def __init__(self):
        self.W = tf.Variable(np.full(1, 5.0), dtype=tf.float32)
        self.b = tf.Variable(0, dtype=tf.float32)

    def __call__(self, inputs):
        return self.b + inputs * self.W
