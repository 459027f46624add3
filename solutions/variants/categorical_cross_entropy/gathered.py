"""The class as an index into its row."""

import tensorflow as tf


def categorical_cross_entropy(y_true, y_pred):
    classes = tf.argmax(y_true, axis=1)
    given = tf.gather(y_pred, classes, axis=1, batch_dims=1)
    return tf.reduce_mean(-tf.math.log(tf.maximum(given, 1e-7)))
