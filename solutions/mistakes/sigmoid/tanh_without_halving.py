"""What comes out is the sigmoid of 2x, as from a tanh whose input is not halved.

Hint: Your curve looks right and is too steep. What is its slope at x = 0, and what should it
be?
Caught by: slope
"""

import tensorflow as tf


def sigmoid(x):
    return 0.5 * (1 + tf.tanh(x))
