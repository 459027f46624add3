"""The errors are written over the predictions that were handed in.

Hint: For a NumPy array, `-=` changes the caller's own data. What does the caller find in
    `y_pred` afterwards?
Caught by: arguments_unchanged
"""

import tensorflow as tf


def mean_squared_error(y_true, y_pred):
    """Return the mean of the squared errors."""
    y_pred -= y_true
    y_pred *= y_pred
    return tf.reduce_mean(y_pred)
