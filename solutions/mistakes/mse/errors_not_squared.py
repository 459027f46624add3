"""The errors are averaged without being squared.

Hint: Two errors of +1 and -1 count as a perfect prediction here. Which word of "mean squared
    error" is missing?
Caught by: never_negative
"""

import tensorflow as tf


def mean_squared_error(y_true, y_pred):
    """Return the mean of the squared errors."""
    return tf.reduce_mean(y_true - y_pred)
