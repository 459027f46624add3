"""The logarithms are squared first and subtracted afterwards.

Hint: Swap the two arguments and the sign changes. Which comes first, the difference or the
square?
Caught by: symmetric
"""

import tensorflow as tf


def mean_squared_logarithmic_error(y_true, y_pred):
    return tf.reduce_mean(
        tf.square(tf.math.log1p(y_true)) - tf.square(tf.math.log1p(y_pred))
    )
