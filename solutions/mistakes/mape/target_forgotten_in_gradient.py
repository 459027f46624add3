"""The gradient is written by hand, and forgets the division by the target.

Hint: An error of 1 is 50 percent of a target of 2 and 5 percent of a target of 20. Where do you
find that in your gradient?
Caught by: gradient_matches_differences
"""

import tensorflow as tf


@tf.custom_gradient
def mean_absolute_percentage_error(y_true, y_pred):
    fractions = (y_pred - y_true) / y_true

    def gradient(upstream):
        slope = upstream * 100.0 * tf.sign(y_pred - y_true) / len(fractions)
        return -slope, slope

    return 100.0 * tf.reduce_mean(tf.abs(fractions)), gradient
