"""Squared errors are summed in place of the cross-entropy.

Hint: Your loss never gets above 2, not even for a prediction that is certain and wrong. Where are
the logarithms?
Caught by: confident_wrong_large
"""

import tensorflow as tf


def categorical_cross_entropy(y_true, y_pred):
    return tf.reduce_mean(tf.reduce_sum(tf.square(y_true - y_pred), axis=1))
