"""The errors are divided by the predictions, not by the targets.

Hint: A prediction of 2 for a target of 1 is off by 100 percent. What does yours give? Percent of
what?
Caught by: off_by_a_share
"""

import tensorflow as tf


def mean_absolute_percentage_error(y_true, y_pred):
    return 100.0 * tf.reduce_mean(tf.abs((y_true - y_pred) / y_pred))
