"""The gradient is written by hand, and lacks the 2 of the squares' derivative.

Hint: Move one prediction by 0.01 and look how far the value moves. Is that what your gradient
    says? What is the derivative of a square?
Caught by: gradient_matches_differences
"""

import tensorflow as tf


@tf.custom_gradient
def mean_squared_error(y_true, y_pred):
    """Return the mean of the squared errors."""
    errors = y_pred - y_true

    def gradient(upstream):
        """Return the derivatives with respect to y_true and y_pred."""
        slope = upstream * errors / tf.cast(tf.size(errors), errors.dtype)
        return -slope, slope

    return tf.reduce_mean(tf.square(errors)), gradient
