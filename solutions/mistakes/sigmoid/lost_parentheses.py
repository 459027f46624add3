"""What comes out is 1 + exp(-x): without brackets around it, nothing is divided by it.

Hint: What do you get at x = 0? Division comes before addition: what belongs to the
denominator?
Caught by: half_at_zero
"""

import tensorflow as tf


def sigmoid(x):
    return 1 / 1 + tf.exp(-x)
