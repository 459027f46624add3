"""The logarithm is taken of the error, not of the two numbers.

Hint: Your loss depends on how far the two are apart. Which comes first in the formula, the
difference or the logarithms?
Caught by: only_the_ratio_counts
"""

import tensorflow as tf


def mean_squared_logarithmic_error(y_true, y_pred):
    return tf.reduce_mean(tf.square(tf.math.log1p(tf.abs(y_true - y_pred))))
