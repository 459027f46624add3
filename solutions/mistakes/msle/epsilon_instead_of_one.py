"""A tiny epsilon is added before the logarithm, where 1 belongs.

Hint: Your loss is finite at 0, but it is huge there. Which number does the formula add?
Caught by: right_at_zero
"""

import tensorflow as tf


def mean_squared_logarithmic_error(y_true, y_pred):
    epsilon = 1e-7
    return tf.reduce_mean(
        tf.square(tf.math.log(y_true + epsilon) - tf.math.log(y_pred + epsilon))
    )
