"""It is 1 by the largest eigenvalue: there the step reaches the bottom at once.

Hint: A step that goes too far, but less than twice as far as to the bottom: is it closer afterwards?
Caught by: diverges_above
"""

import tensorflow as tf


def largest_stable_learning_rate(inputs):
    """Return 2 by the largest eigenvalue of the Hessian."""
    mean, mean_square = tf.reduce_mean(inputs), tf.reduce_mean(tf.square(inputs))
    hessian = 2 * tf.reshape(tf.stack([mean_square, mean, mean, 1.0]), (2, 2))
    return 1 / tf.linalg.eigvalsh(hessian)[-1]
