"""The derivative of the sigmoid is returned, not the sigmoid.

Hint: Your largest value is 0.25. Which curve has its peak at x = 0, and which one keeps
growing?
Caught by: half_at_zero
"""

import tensorflow as tf


def sigmoid(x):
    s = 1 / (1 + tf.exp(-x))
    return s * (1 - s)
