"""The root of the mean square is returned, which counts large errors more.

Hint: Errors of 0 and 2 have the mean 1. What does yours give, and which step does not belong to
the formula?
Caught by: matches_reference
"""

import tensorflow as tf


def mean_absolute_error(y_true, y_pred):
    return tf.sqrt(tf.reduce_mean(tf.square(y_true - y_pred)))
