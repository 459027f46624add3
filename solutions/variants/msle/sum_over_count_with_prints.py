"""An argument with a default, prints, and a sum divided by the length."""

import tensorflow as tf


def mean_squared_logarithmic_error(y_true, y_pred, offset=1.0):
    """Return the mean of the squared differences of logarithms."""
    a = tf.math.log(offset + y_true)
    b = tf.math.log(offset + y_pred)
    print(a, b)
    return tf.reduce_sum((b - a) ** 2) / float(a.shape[0])
