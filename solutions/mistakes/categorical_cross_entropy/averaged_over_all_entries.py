"""The mean goes over the classes, too, where the formula has a sum.

Hint: By how many numbers do you divide, for two rows of three classes? Should the loss fall when
a class is added that never occurs?
Caught by: unchanged_by_an_unused_class
"""

import tensorflow as tf


def categorical_cross_entropy(y_true, y_pred):
    y_pred = tf.clip_by_value(y_pred, 1e-7, 1.0)
    return -tf.reduce_mean(y_true * tf.math.log(y_pred))
