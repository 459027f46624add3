"""The total is replaced in every round of the loop, so only the last error counts.

Hint: Make only the first prediction wrong. What is `total` after the first round, and what is
left of that after the second?
Caught by: matches_reference
"""

import tensorflow as tf


def mean_absolute_error(y_true, y_pred):
    n = len(y_true)
    total = 0.0
    for i in range(n):
        total = tf.abs(y_true[i] - y_pred[i])
    return total / n
