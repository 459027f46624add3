"""NumPy computes the second logarithm, so half of the gradient is lost.

Hint: The values are right, but for label 0 the gradient is zero. Which steps does the tape not
see?
Caught by: gradient_matches_differences
"""

import numpy as np
import tensorflow as tf


def binary_cross_entropy(y_true, y_pred):
    y_pred = tf.clip_by_value(y_pred, 1e-7, 1 - 1e-7)
    return -tf.reduce_mean(y_true * tf.math.log(y_pred) + (1 - y_true) * np.log(1 - y_pred))
