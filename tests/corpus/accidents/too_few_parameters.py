"""Takes one argument of two.

Exercise: mse
Verdict: error
Score: 0
Says: takes 1 positional argument
"""

import tensorflow as tf


def mean_squared_error(y_pred):
    return tf.reduce_mean(tf.square(y_true - y_pred))
