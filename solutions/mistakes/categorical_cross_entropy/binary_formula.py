"""The formula for two classes is used, which adds the logarithms of the other classes.

Hint: Share the rest of a row differently among the wrong classes. Should the loss change? Where
in the formula is log(1 - p)?
Caught by: only_the_true_class_counts
"""

import tensorflow as tf


def categorical_cross_entropy(y_true, y_pred):
    p = tf.clip_by_value(y_pred, 1e-7, 1 - 1e-7)
    both = y_true * tf.math.log(p) + (1 - y_true) * tf.math.log(1 - p)
    return -tf.reduce_mean(tf.reduce_sum(both, axis=1))
