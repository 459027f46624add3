"""Says that its file is the reference's.

Exercise: mse
Verdict: failed
At most: 5
"""

import tensorflow as tf

__file__ = "/solutions/linear_regression/mse.py"
__name__ = "solutions.linear_regression.mse"


def mean_squared_error(y_true, y_pred):
    return tf.reduce_mean(y_pred) + 1.0
