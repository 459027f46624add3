"""Writes a file that is larger than the limit.

Exercise: sigmoid
Verdict: error
Score: 0
"""

import tensorflow as tf

with open("junk", "wb") as file:
    for _ in range(100):
        file.write(bytes(1024 * 1024))


def sigmoid(x):
    return 1.0 / (1.0 + tf.exp(-x))
