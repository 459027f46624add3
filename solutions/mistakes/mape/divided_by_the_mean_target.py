"""All errors are divided by the mean of the targets.

Hint: Which number does an error of 1 have to be compared with: its own target, or all of them?
Caught by: matches_reference
"""

import tensorflow as tf


def mean_absolute_percentage_error(y_true, y_pred):
    return 100.0 * tf.reduce_mean(tf.abs((y_true - y_pred) / tf.reduce_mean(y_true)))
