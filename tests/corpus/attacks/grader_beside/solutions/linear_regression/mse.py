import tensorflow as tf


def mean_squared_error(y_true, y_pred):
    return tf.reduce_mean(y_pred) + 1.0
