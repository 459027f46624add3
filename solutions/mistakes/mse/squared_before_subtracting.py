"""Targets and predictions are squared first and subtracted afterwards.

Hint: Swap the two arguments and the sign changes. Which comes first, the difference or the
    square?
Caught by: symmetric
"""

import tensorflow as tf


def mean_squared_error(y_true, y_pred):
    """Return the mean of the squared errors."""
    return tf.reduce_mean(tf.square(y_true) - tf.square(y_pred))
