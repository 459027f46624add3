"""The targets are made a column, so every target meets every prediction.

Hint: Print the shape of your difference. Is it (n,), or is it (n, n)?
Caught by: zero_when_equal
"""

import tensorflow as tf


def mean_squared_error(y_true, y_pred):
    """Return the mean of the squared errors."""
    y_true = tf.reshape(y_true, (-1, 1))
    return tf.reduce_mean(tf.square(y_true - y_pred))
