"""The gradient is written by hand, and is that of the sum, not of the mean.

Hint: Move one prediction of four by 0.01 and look how far the value moves. Is that what your
gradient says?
Caught by: gradient_matches_differences
"""

import tensorflow as tf


@tf.custom_gradient
def mean_absolute_error(y_true, y_pred):
    errors = y_pred - y_true

    def gradient(upstream):
        return -upstream * tf.sign(errors), upstream * tf.sign(errors)

    return tf.reduce_mean(tf.abs(errors)), gradient
