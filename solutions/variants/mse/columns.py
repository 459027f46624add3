"""Right, and unusual: both sides become columns, and a matrix product sums the squares."""

import tensorflow as tf


def mean_squared_error(y_true, y_pred):
    y_true = tf.reshape(y_true, (-1, 1))
    y_pred = tf.reshape(y_pred, (-1, 1))
    errors = y_true - y_pred
    n = float(errors.shape[0])
    return tf.squeeze(tf.matmul(errors, errors, transpose_a=True)) / n
