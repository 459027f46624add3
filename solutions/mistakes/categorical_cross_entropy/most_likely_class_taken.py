"""The largest probability of each row is taken, not that of the true class.

Hint: Your loss is small for a confident mistake. Which argument says which class is the true one?
Caught by: confident_wrong_large
"""

import tensorflow as tf


def categorical_cross_entropy(y_true, y_pred):
    given = tf.reduce_max(y_pred, axis=1)
    return -tf.reduce_mean(tf.math.log(given))
