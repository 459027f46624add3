"""Targets and predictions are added, where one should be taken from the other.

Hint: What should the error be when every prediction is exactly right?
Caught by: zero_when_equal
"""

import tensorflow as tf


def mean_squared_error(y_true, y_pred):
    """Return the mean of the squared errors."""
    return tf.reduce_mean(tf.square(y_true + y_pred))
