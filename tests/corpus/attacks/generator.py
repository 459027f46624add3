"""Answers with a generator of right answers.

Exercise: mse
Verdict: failed, error
At most: 0
"""

import tensorflow as tf


def mean_squared_error(y_true, y_pred):
    return (tf.reduce_mean(tf.square(y_true - y_pred)) for _ in range(3))
