"""The input is squared in the exponent.

Hint: Your curve gives the same value for x and for -x. Which part of the exponent hides the
sign?
Caught by: mirrored
"""

import tensorflow as tf


def sigmoid(x):
    return 1 / (1 + tf.exp(-x**2))
