"""The largest eigenvalue itself is returned, not 2 by it.

Hint: Where the loss is steeper, should the rate be larger or smaller?
Caught by: worked_example
"""

import tensorflow as tf


def largest_stable_learning_rate(inputs):
    """Return 2 by the largest eigenvalue of the Hessian."""
    mean, mean_square = tf.reduce_mean(inputs), tf.reduce_mean(tf.square(inputs))
    hessian = 2 * tf.reshape(tf.stack([mean_square, mean, mean, 1.0]), (2, 2))
    return tf.linalg.eigvalsh(hessian)[-1]
