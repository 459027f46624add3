"""Has a comma too many.

Exercise: mse
Verdict: failed
At most: 14
Says: is there a comma after the value?
"""

import tensorflow as tf


def mean_squared_error(y_true, y_pred):
    return tf.reduce_mean(tf.square(y_true - y_pred)),
