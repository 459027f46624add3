"""The errors are averaged first and their mean is squared, so errors of opposite sign cancel.

Hint: Try errors of +1 and -1. What is their mean, and what is the mean of their squares?
Caught by: worked_example
"""

import tensorflow as tf


def mean_squared_error(y_true, y_pred):
    """Square the mean of the errors."""
    return tf.square(tf.reduce_mean(y_true - y_pred))
