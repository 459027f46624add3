"""Imports TensorFlow without its usual short name.

Exercise: sigmoid
Verdict: error
Score: 0
Says: NameError: name 'tf' is not defined
"""

import tensorflow


def sigmoid(x):
    return 1.0 / (1.0 + tf.exp(-x))
