"""The loop ends before the last pair.

Hint: For n = 3, which values does `i` take in your loop? Which pair never counts?
Caught by: matches_reference
"""

import tensorflow as tf


def mean_absolute_error(y_true, y_pred):
    n = len(y_true)
    total = 0.0
    for i in range(n - 1):
        total += tf.abs(y_true[i] - y_pred[i])
    return total / n
