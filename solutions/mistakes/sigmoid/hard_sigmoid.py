"""A straight line, cut off at 0 and 1, stands in for the curve.

Hint: What do you get at x = 3, and at x = 4? A sigmoid comes close to 1 and never reaches it.
Caught by: between_zero_and_one
"""

import tensorflow as tf


def sigmoid(x):
    return tf.clip_by_value(0.2 * x + 0.5, 0.0, 1.0)
