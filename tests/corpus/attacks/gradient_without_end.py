"""Answers at once, and loops without end when its gradient is asked for.

Exercise: sigmoid
Verdict: timed out
At most: 20
"""

import tensorflow as tf


@tf.custom_gradient
def sigmoid(x):
    def gradient(upstream):
        while True:
            pass

    return 1.0 / (1.0 + tf.exp(-x)), gradient
