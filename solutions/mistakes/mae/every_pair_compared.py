"""The targets are made a column, so every target meets every prediction.

Hint: Print the shape of your difference. Is it (n,), or is it (n, n)?
Caught by: zero_when_equal
"""

import tensorflow as tf


def mean_absolute_error(y_true, y_pred):
    y_true = tf.reshape(y_true, (-1, 1))
    return tf.reduce_mean(tf.abs(y_true - y_pred))
