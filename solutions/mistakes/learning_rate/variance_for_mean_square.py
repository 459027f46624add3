"""The variance of the inputs stands in place of their mean square.

Hint: Shift all inputs by 10. Does the curvature in W change?
Caught by: matches_reference
"""

import tensorflow as tf


def largest_stable_learning_rate(inputs):
    """Return 2 by the largest eigenvalue of the Hessian."""
    mean, mean_square = tf.reduce_mean(inputs), tf.math.reduce_variance(inputs)
    hessian = 2 * tf.reshape(tf.stack([mean_square, mean, mean, 1.0]), (2, 2))
    return 2 / tf.linalg.eigvalsh(hessian)[-1]
