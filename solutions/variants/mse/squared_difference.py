"""Right, and unusual: one TensorFlow call makes the difference and the square."""

import tensorflow as tf


def mean_squared_error(y_true, y_pred):
    return tf.reduce_mean(tf.math.squared_difference(y_true, y_pred))
