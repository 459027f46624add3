"""The mean is printed, but not returned.

Hint: The function shows the value, but what does it hand back to the one who called it?
Caught by: returns_number
"""

import tensorflow as tf


def mean_squared_error(y_true, y_pred):
    """Return the mean of the squared errors."""
    loss = tf.reduce_mean(tf.square(y_true - y_pred))
    print("loss:", loss)
