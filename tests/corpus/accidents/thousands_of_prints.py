"""Prints a line an epoch, for thousands of them.

Exercise: sigmoid
Verdict: passed
Score: 20
"""

import tensorflow as tf


def sigmoid(x):
    return 1.0 / (1.0 + tf.exp(-x))

for epoch in range(20_000):
    print("epoch", epoch, "loss", 1.0 / (epoch + 1))
