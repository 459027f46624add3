"""The squares are summed, not averaged.

Hint: Your result doubles when the data is repeated. What should an average do?
Caught by: unchanged_when_repeated
"""

import tensorflow as tf


def mean_squared_logarithmic_error(y_true, y_pred):
    return tf.reduce_sum(tf.square(tf.math.log1p(y_true) - tf.math.log1p(y_pred)))
