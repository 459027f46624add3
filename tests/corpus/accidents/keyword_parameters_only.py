"""Takes its arguments by keyword alone.

Exercise: mse
Verdict: error
Score: 0
Says: positional argument
"""

import tensorflow as tf


def mean_squared_error(*, y_true, y_pred):
    return tf.reduce_mean(tf.square(y_true - y_pred))
