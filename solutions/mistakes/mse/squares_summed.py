"""The squared errors are summed, not averaged.

Hint: Your result doubles when the data is repeated. What should an average do?
Caught by: unchanged_when_repeated
"""

import tensorflow as tf


def mean_squared_error(y_true, y_pred):
    """Return the mean of the squared errors."""
    return tf.reduce_sum(tf.square(y_true - y_pred))
