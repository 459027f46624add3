"""The share of wrong predictions is returned.

Hint: When every prediction is right, you return 0. Which share are you measuring?
Caught by: one_on_own_predictions
"""

import tensorflow as tf


def accuracy(y_true, y_pred):
    labels = tf.cast(y_pred > 0.5, tf.float32)
    return tf.reduce_mean(tf.abs(labels - y_true))
