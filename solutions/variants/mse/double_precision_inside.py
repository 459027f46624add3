"""Right, and unusual: all is computed and returned in double precision."""

import tensorflow as tf


def mean_squared_error(y_true, y_pred):
    y_true = tf.cast(y_true, tf.float64)
    y_pred = tf.cast(y_pred, tf.float64)
    return tf.reduce_mean(tf.square(y_true - y_pred))
