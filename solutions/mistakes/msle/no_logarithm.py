"""The logarithms are missing, which makes it the mean squared error.

Hint: Is 49 for 99 as bad as 1 for 3? By your loss it is far worse. What makes a ratio out of a
difference?
Caught by: only_the_ratio_counts
"""

import tensorflow as tf


def mean_squared_logarithmic_error(y_true, y_pred):
    return tf.reduce_mean(tf.square(y_true - y_pred))
