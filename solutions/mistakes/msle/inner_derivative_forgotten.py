"""The gradient is written by hand, and lacks the derivative of the logarithm.

Hint: Move one prediction by 0.01 and look how far the value moves. By the chain rule, which
factor does log(1 + y) add?
Caught by: gradient_matches_differences
"""

import tensorflow as tf


@tf.custom_gradient
def mean_squared_logarithmic_error(y_true, y_pred):
    errors = tf.math.log1p(y_pred) - tf.math.log1p(y_true)

    def gradient(upstream):
        slope = upstream * 2.0 * errors / len(errors)
        return -slope, slope

    return tf.reduce_mean(tf.square(errors)), gradient
