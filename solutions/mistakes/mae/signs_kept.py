"""The errors are averaged with their signs.

Hint: Two errors of +1 and -1 count as a perfect prediction here. Which word of "mean absolute
error" is missing?
Caught by: never_negative
"""

import tensorflow as tf


def mean_absolute_error(y_true, y_pred):
    return tf.reduce_mean(y_true - y_pred)
