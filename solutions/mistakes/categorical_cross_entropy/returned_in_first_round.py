"""The loop returns after the first row.

Hint: Change the second row and look at your loss. When does a return end the loop?
Caught by: matches_reference
"""

import tensorflow as tf


def categorical_cross_entropy(y_true, y_pred):
    total = 0.0
    for labels, probabilities in zip(y_true, y_pred):
        total -= tf.reduce_sum(labels * tf.math.log(probabilities + 1e-7))
        return total / len(y_true)
