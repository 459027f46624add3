"""The percentages are summed, not averaged.

Hint: Your result doubles when the data is repeated. What should an average do?
Caught by: unchanged_when_repeated
"""

import tensorflow as tf


def mean_absolute_percentage_error(y_true, y_pred):
    return 100.0 * tf.reduce_sum(tf.abs((y_true - y_pred) / y_true))
