"""A small epsilon is added inside each logarithm."""

import tensorflow as tf


EPSILON = 1e-7


def binary_cross_entropy(y_true, y_pred):
    first = y_true * tf.math.log(y_pred + EPSILON)
    second = (1 - y_true) * tf.math.log(1 - y_pred + EPSILON)
    return -tf.reduce_mean(first + second)
