"""A tf.function around xlogy, averaged over all entries and multiplied by the classes."""

import tensorflow as tf


@tf.function
def categorical_cross_entropy(y_true, y_pred):
    p = tf.minimum(tf.maximum(y_pred, 1e-7), 1.0)
    classes = tf.cast(tf.shape(p)[1], p.dtype)
    return -classes * tf.reduce_mean(tf.math.xlogy(y_true, p))
