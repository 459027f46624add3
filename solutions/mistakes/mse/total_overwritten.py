"""The total is replaced in every round of the loop, so only the last error counts.

Hint: Make only the first prediction wrong. What is `total` after the first round, and what is
    left of that after the second?
Caught by: matches_reference
"""

import tensorflow as tf


def mean_squared_error(y_true, y_pred):
    """Return the mean of the squared errors."""
    n = len(y_true)
    total = 0.0
    for i in range(n):
        total = tf.square(y_true[i] - y_pred[i])
    return total / n
