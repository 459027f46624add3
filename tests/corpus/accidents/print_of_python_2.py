"""Prints as Python 2 did.

Exercise: sigmoid
Verdict: error
Score: 0
Says: Missing parentheses
"""

import tensorflow as tf
print 'sigmoid'


def sigmoid(x):
    return 1.0 / (1.0 + tf.exp(-x))
