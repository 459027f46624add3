"""The errors are squared, which makes it the mean squared error.

Hint: Make every error twice as large. By what factor should a mean of absolute errors grow, and
by what factor does yours?
Caught by: grows_with_the_errors
"""

import tensorflow as tf


def mean_absolute_error(y_true, y_pred):
    return tf.reduce_mean(tf.square(y_true - y_pred))
