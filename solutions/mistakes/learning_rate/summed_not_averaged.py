"""The inputs are summed up, not averaged.

Hint: What becomes of your bound with every input given twice, and what of the mean loss?
Caught by: unchanged_when_repeated
"""

import tensorflow as tf


def largest_stable_learning_rate(inputs):
    """Return 2 by the largest eigenvalue of the Hessian."""
    mean, mean_square = tf.reduce_sum(inputs), tf.reduce_sum(tf.square(inputs))
    hessian = 2 * tf.reshape(tf.stack([mean_square, mean, mean, 1.0]), (2, 2))
    return 2 / tf.linalg.eigvalsh(hessian)[-1]
