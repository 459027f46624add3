"""Targets and predictions lose their signs first, and are subtracted afterwards.

Hint: Swap the two arguments and the sign changes. Which comes first, the difference or the
absolute value?
Caught by: symmetric
"""

import tensorflow as tf


def mean_absolute_error(y_true, y_pred):
    return tf.reduce_mean(tf.abs(y_true) - tf.abs(y_pred))
