"""Labels and probabilities are exchanged, so the log is taken of the labels.

Hint: Which of the two arguments belongs inside the logarithm?
Caught by: worked_example
"""

import tensorflow as tf


def categorical_cross_entropy(y_true, y_pred):
    y_true = tf.clip_by_value(y_true, 1e-7, 1.0)
    return -tf.reduce_mean(tf.reduce_sum(y_pred * tf.math.log(y_true), axis=1))
