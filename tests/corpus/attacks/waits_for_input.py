"""Waits for somebody to type something.

Exercise: sigmoid
Verdict: error
Score: 0
"""

import tensorflow as tf


def sigmoid(x):
    input('How steep? ')
    return 1.0 / (1.0 + tf.exp(-x))
