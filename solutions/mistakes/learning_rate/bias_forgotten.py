"""Only W is looked at: the bias has a curvature, too, and tilts the steepest direction.

Hint: What is the bound for inputs that are all 0? Does b diverge above some rate?
Caught by: at_most_one
"""

import tensorflow as tf


def largest_stable_learning_rate(inputs):
    """Return 2 by the largest eigenvalue of the Hessian."""
    mean, mean_square = tf.reduce_mean(inputs), tf.reduce_mean(tf.square(inputs))
    hessian = 2 * tf.reshape(tf.stack([mean_square, mean, mean, 1.0]), (2, 2))
    return 2 / hessian[0, 0]
