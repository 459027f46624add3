"""The sum of all errors is divided by the sum of all targets.

Hint: In yours, the large targets decide. Compute the percentage of each pair first: what is
their mean?
Caught by: matches_reference
"""

import tensorflow as tf


def mean_absolute_percentage_error(y_true, y_pred):
    return 100.0 * tf.reduce_sum(tf.abs(y_true - y_pred)) / tf.reduce_sum(tf.abs(y_true))
