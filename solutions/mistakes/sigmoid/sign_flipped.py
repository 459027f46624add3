"""The minus in the exponent is missing, so the curve falls.

Hint: A large positive x should give almost 1. What do you get at x = 5?
Caught by: monotone
"""

import tensorflow as tf


def sigmoid(x):
    return 1 / (1 + tf.exp(x))
