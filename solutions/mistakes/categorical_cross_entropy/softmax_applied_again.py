"""A softmax is applied to predictions that are probabilities already.

Hint: Your loss stays far above 0, even where every prediction is certain and right. Are they
already probabilities?
Caught by: zero_when_certain_and_right
"""

import tensorflow as tf


def categorical_cross_entropy(y_true, y_pred):
    y_pred = tf.nn.softmax(y_pred)
    return -tf.reduce_mean(tf.reduce_sum(y_true * tf.math.log(y_pred), axis=1))
