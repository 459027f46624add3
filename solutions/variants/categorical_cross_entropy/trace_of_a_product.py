"""A matrix product, of which the diagonal counts."""

import tensorflow as tf


def categorical_cross_entropy(y_true, y_pred):
    logarithms = tf.math.log(tf.clip_by_value(y_pred, 1e-7, 1.0))
    products = tf.matmul(y_true, logarithms, transpose_b=True)
    return -tf.linalg.trace(products) / tf.cast(tf.shape(y_true)[0], tf.float32)
