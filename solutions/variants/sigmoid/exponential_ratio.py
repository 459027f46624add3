"""exp(x) / (1 + exp(x)), which overflows only far out."""

import tensorflow as tf


def sigmoid(x):
    e = tf.math.exp(x)
    return tf.divide(e, tf.add(1.0, e))
