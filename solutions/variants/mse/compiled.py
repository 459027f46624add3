"""Right, and unusual: the function is compiled with tf.function."""

import tensorflow as tf


@tf.function
def mean_squared_error(y_true, y_pred):
    return tf.reduce_mean(tf.square(y_true - y_pred))
