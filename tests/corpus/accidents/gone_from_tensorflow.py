"""Uses a name of TensorFlow 1.

Exercise: binary_cross_entropy
Verdict: error
Score: 0
Says: has no attribute 'log'
"""

import tensorflow as tf


def binary_cross_entropy(y_true, y_pred):
    p = tf.clip_by_value(y_pred, 1e-7, 1.0 - 1e-7)
    return -tf.reduce_mean(y_true * tf.log(p) + (1.0 - y_true) * tf.log(1.0 - p))
