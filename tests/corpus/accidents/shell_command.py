"""Installs a package as notebooks do.

Exercise: sigmoid
Verdict: error
Score: 0
Says: line 9: SyntaxError: this is a note
"""

!pip install tensorflow
import tensorflow as tf


def sigmoid(x):
    return 1.0 / (1.0 + tf.exp(-x))
