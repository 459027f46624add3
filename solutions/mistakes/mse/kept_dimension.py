"""The mean comes back inside a tensor of shape (1,).

Hint: The number is right. Print the shape of what you return: is it () or (1,)?
Caught by: shape
"""

import tensorflow as tf


def mean_squared_error(y_true, y_pred):
    """Return the mean of the squared errors."""
    return tf.reduce_mean(tf.square(y_true - y_pred), axis=-1, keepdims=True)
