"""Computed and returned in float64."""

import tensorflow as tf


def sigmoid(x):
    x = tf.cast(x, tf.float64)
    return 1 / (1 + tf.exp(-x))
