"""The input is flattened, and its shape is lost.

Hint: Compare the shapes of x and of your result. What comes back for a table of numbers?
Caught by: shape
"""

import tensorflow as tf


def sigmoid(x):
    x = tf.reshape(x, [-1])
    return 1 / (1 + tf.exp(-x))
