"""One logarithm, of the ratio."""

import tensorflow as tf


def mean_squared_logarithmic_error(y_true, y_pred):
    ratio = (1.0 + y_true) / (1.0 + y_pred)
    return tf.reduce_mean(tf.square(tf.math.log(ratio)))
