"""Asks the user, but only as a script.

Exercise: sigmoid
Verdict: passed
Score: 20
"""

import tensorflow as tf


def sigmoid(x):
    return 1.0 / (1.0 + tf.exp(-x))

if __name__ == "__main__":
    print(sigmoid(tf.constant(float(input("x = ")))))
