"""The Hessian is taken as if W and b did not work together: its corners are missing.

Hint: Differentiate the loss by W, and that by b. Where is the mean of x in your matrix?
Caught by: converges_below
"""

import tensorflow as tf


def largest_stable_learning_rate(inputs):
    """Return 2 by the largest eigenvalue of the Hessian."""
    mean, mean_square = tf.reduce_mean(inputs), tf.reduce_mean(tf.square(inputs))
    hessian = 2 * tf.reshape(tf.stack([mean_square, mean, mean, 1.0]), (2, 2))
    return 2 / tf.reduce_max(tf.linalg.diag_part(hessian))
