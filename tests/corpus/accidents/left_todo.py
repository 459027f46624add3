"""Keeps the raise of the stub after other work.

Exercise: mse
Verdict: not started
Score: 0
Says: is still to be written
"""

import tensorflow as tf


def mean_squared_error(y_true, y_pred):
    errors = tf.square(y_true - y_pred)
    raise NotImplementedError("to do")
    return tf.reduce_mean(tf.square(y_true - y_pred))
