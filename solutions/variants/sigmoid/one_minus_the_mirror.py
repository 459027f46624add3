"""One minus the probability of the opposite."""

import tensorflow as tf


def sigmoid(x):
    return 1 - 1 / (1 + tf.exp(x))
