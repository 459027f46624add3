"""The smallest eigenvalue decides, not the largest.

Hint: In which direction does a step go too far first: in the flat or in the steep one?
Caught by: converges_below
"""

import tensorflow as tf


def largest_stable_learning_rate(inputs):
    """Return 2 by the largest eigenvalue of the Hessian."""
    mean, mean_square = tf.reduce_mean(inputs), tf.reduce_mean(tf.square(inputs))
    hessian = 2 * tf.reshape(tf.stack([mean_square, mean, mean, 1.0]), (2, 2))
    return 2 / tf.linalg.eigvalsh(hessian)[0]
