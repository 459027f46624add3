"""Calls itself without end.

Exercise: sigmoid
Verdict: error
Score: 0
Says: RecursionError
"""

import tensorflow as tf


def sigmoid(x):
    return sigmoid(x)
