"""The targets are kept away from 0 by a maximum, which makes negative ones tiny.

Hint: What does tf.maximum(-2.0, 1e-7) give? How far off is a prediction in percent of that?
Caught by: matches_reference
"""

import tensorflow as tf


def mean_absolute_percentage_error(y_true, y_pred):
    return 100.0 * tf.reduce_mean(tf.abs((y_true - y_pred) / tf.maximum(y_true, 1e-7)))
