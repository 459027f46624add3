"""The absolute errors are summed, not averaged.

Hint: Your result doubles when the data is repeated. What should an average do?
Caught by: unchanged_when_repeated
"""

import tensorflow as tf


def mean_absolute_error(y_true, y_pred):
    return tf.reduce_sum(tf.abs(y_true - y_pred))
