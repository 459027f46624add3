"""The percentages are averaged with their signs.

Hint: 50 percent too low and 50 percent too high count as perfect here. Which word of "mean
absolute percentage error" is missing?
Caught by: never_negative
"""

import tensorflow as tf


def mean_absolute_percentage_error(y_true, y_pred):
    return 100.0 * tf.reduce_mean((y_true - y_pred) / y_true)
