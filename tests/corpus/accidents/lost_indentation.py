"""Has lost its indentation.

Exercise: mse
Verdict: error
Score: 0
Says: IndentationError
"""

import tensorflow as tf


def mean_squared_error(y_true, y_pred):
return tf.reduce_mean(tf.square(y_true - y_pred))
