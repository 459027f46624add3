"""The labels as a mask over the probabilities, and a smaller epsilon."""

import tensorflow as tf


def categorical_cross_entropy(y_true, y_pred):
    given = tf.boolean_mask(y_pred, y_true == 1)
    return -tf.reduce_mean(tf.math.log(given + 1e-10))
