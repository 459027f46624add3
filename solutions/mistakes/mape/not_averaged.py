"""The percentages are returned one by one, without their mean.

Hint: How many numbers come back for three predictions? How many should a mean give?
Caught by: shape
"""

import tensorflow as tf


def mean_absolute_percentage_error(y_true, y_pred):
    return 100.0 * tf.abs((y_true - y_pred) / y_true)
