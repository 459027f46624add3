"""The mean is turned into a Python float, and its gradient is lost.

Hint: A Python float has forgotten how it was computed. What could a gradient tape follow back?
Caught by: gradient_matches_reference
"""

import tensorflow as tf


def mean_squared_error(y_true, y_pred):
    """Return the mean of the squared errors."""
    return float(tf.reduce_mean(tf.square(y_true - y_pred)))
