"""The fractions are squared, not made positive by their absolute value.

Hint: Predictions that are off by half give 25 in yours. How many percent is a half?
Caught by: off_by_a_share
"""

import tensorflow as tf


def mean_absolute_percentage_error(y_true, y_pred):
    return 100.0 * tf.reduce_mean(tf.square((y_true - y_pred) / y_true))
