"""The sum of the Hessian's diagonal stands for its largest eigenvalue.

Hint: The diagonal adds up to the sum of both eigenvalues. Is the bound too low or too high then?
Caught by: diverges_above
"""

import tensorflow as tf


def largest_stable_learning_rate(inputs):
    """Return 2 by the largest eigenvalue of the Hessian."""
    mean, mean_square = tf.reduce_mean(inputs), tf.reduce_mean(tf.square(inputs))
    hessian = 2 * tf.reshape(tf.stack([mean_square, mean, mean, 1.0]), (2, 2))
    return 2 / tf.linalg.trace(hessian)
