"""A sigmoid is applied to predictions that are probabilities already.

Hint: Your loss never falls below 0.31, however good the predictions are. Are they already
probabilities?
Caught by: confident_right_small
"""

import tensorflow as tf


def binary_cross_entropy(y_true, y_pred):
    probabilities = tf.clip_by_value(tf.sigmoid(y_pred), 1e-7, 1 - 1e-7)
    return -tf.reduce_mean(
        y_true * tf.math.log(probabilities) + (1 - y_true) * tf.math.log(1 - probabilities)
    )
