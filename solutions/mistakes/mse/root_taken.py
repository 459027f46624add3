"""The root of the mean is returned, which is another error measure.

Hint: This is the *root* mean squared error. Which of your steps is not in the formula?
Caught by: scales_with_square
"""

import tensorflow as tf


def mean_squared_error(y_true, y_pred):
    """Return the mean of the squared errors."""
    mean = tf.reduce_mean(tf.square(y_true - y_pred))
    return tf.sqrt(mean)
