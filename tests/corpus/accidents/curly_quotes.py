"""Has quotes that a word processor made beautiful.

Exercise: sigmoid
Verdict: error
Score: 0
Says: invalid character
"""

import tensorflow as tf
print(“sigmoid”)


def sigmoid(x):
    return 1.0 / (1.0 + tf.exp(-x))
