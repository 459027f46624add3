"""The logarithm is taken of the numbers themselves, without adding 1.

Hint: What is log(0)? What does the formula do to a target of 0 before the logarithm sees it?
Caught by: right_at_zero
"""

import tensorflow as tf


def mean_squared_logarithmic_error(y_true, y_pred):
    return tf.reduce_mean(tf.square(tf.math.log(y_true) - tf.math.log(y_pred)))
