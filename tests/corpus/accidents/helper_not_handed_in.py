"""Imports a helper that stayed at home.

Exercise: sigmoid
Verdict: error
Score: 0
Says: ModuleNotFoundError
"""

from my_helpers import exp
import tensorflow as tf


def sigmoid(x):
    return 1.0 / (1.0 + tf.exp(-x))
