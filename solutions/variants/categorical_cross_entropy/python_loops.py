"""Python loops over rows and classes."""

import tensorflow as tf


def categorical_cross_entropy(y_true, y_pred):
    n, k = y_true.shape
    total = 0.0
    for i in range(n):
        for j in range(k):
            if y_true[i, j] == 1:
                total -= tf.math.log(tf.maximum(y_pred[i, j], 1e-7))
    return total / n
