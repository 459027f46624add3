"""The sum of squares is divided by n - 1, as for the variance of a sample.

Hint: What comes out for a single prediction? How many squared errors are there to average?
Caught by: matches_reference
"""

import tensorflow as tf


def mean_squared_error(y_true, y_pred):
    """Return the mean of the squared errors."""
    squares = tf.square(y_true - y_pred)
    return tf.reduce_sum(squares) / (len(squares) - 1)
