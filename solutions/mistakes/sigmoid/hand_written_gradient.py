"""The hand-written gradient puts x where the sigmoid of x belongs.

Hint: The derivative is s * (1 - s). Which quantity is s: what goes into the function, or what
comes out?
Caught by: gradient_matches_differences
"""

import tensorflow as tf


@tf.custom_gradient
def sigmoid(x):
    s = 1 / (1 + tf.exp(-x))

    def gradient(upstream):
        return upstream * x * (1 - x)

    return s, gradient
