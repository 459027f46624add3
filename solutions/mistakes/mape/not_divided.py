"""The errors are not divided by the targets.

Hint: Measure in centimetres instead of metres, and your loss is a hundred times as large. What
should a percentage do?
Caught by: unchanged_by_the_unit
"""

import tensorflow as tf


def mean_absolute_percentage_error(y_true, y_pred):
    return 100.0 * tf.reduce_mean(tf.abs(y_true - y_pred))
