"""The absolute errors are averaged, not their squares.

Hint: Try errors of 1, then errors of 2. By what factor should a mean of squares grow, and by
    what factor does yours?
Caught by: scales_with_square
"""

import tensorflow as tf


def mean_squared_error(y_true, y_pred):
    """Return the mean of the squared errors."""
    return tf.reduce_mean(tf.abs(y_true - y_pred))
