"""Ends its lines as Windows does.

Exercise: sigmoid
Verdict: passed
Score: 20
"""

import tensorflow as tf


def sigmoid(x):
    return 1.0 / (1.0 + tf.exp(-x))
