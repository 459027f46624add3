"""The sum goes over the rows and the mean over the classes.

Hint: Which axis holds the classes? Repeat the data: the mean over the rows must stay what it is.
Caught by: unchanged_when_repeated
"""

import tensorflow as tf


def categorical_cross_entropy(y_true, y_pred):
    y_pred = tf.clip_by_value(y_pred, 1e-7, 1.0)
    return tf.reduce_mean(-tf.reduce_sum(y_true * tf.math.log(y_pred), axis=0))
