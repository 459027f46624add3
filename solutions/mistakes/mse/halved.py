"""The mean is halved, as some books do to get a simpler derivative.

Hint: Redo the example of the docstring by hand: where does your factor come from?
Caught by: worked_example
"""

import tensorflow as tf


def mean_squared_error(y_true, y_pred):
    """Return the mean of the squared errors."""
    return tf.reduce_mean(tf.square(y_true - y_pred)) / 2.0
