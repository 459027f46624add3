"""The denominator has no brackets, so 1 is divided by 1 alone.

Hint: What do you get at x = 0? Division comes before addition: what belongs to the
denominator?
Caught by: half_at_zero
"""

import tensorflow as tf


def sigmoid(x):
    return 1 / 1 + tf.exp(-x)
