"""A tf.function that looks for disagreement."""

import tensorflow as tf


@tf.function
def accuracy(y_true, y_pred):
    wrong = tf.math.logical_xor(y_pred > 0.5, y_true > 0.5)
    return 1.0 - tf.reduce_mean(tf.cast(wrong, tf.float32))
