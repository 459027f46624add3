"""The losses of the rows are summed, not averaged.

Hint: Your result doubles when the data is repeated. What should an average do?
Caught by: unchanged_when_repeated
"""

import tensorflow as tf


def categorical_cross_entropy(y_true, y_pred):
    y_pred = tf.clip_by_value(y_pred, 1e-7, 1.0)
    return -tf.reduce_sum(y_true * tf.math.log(y_pred))
