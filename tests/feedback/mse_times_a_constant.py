import tensorflow as tf


def mean_squared_error(y_true, y_pred):
    squares = tf.square(y_true - y_pred)
    return 1.5 * tf.reduce_mean(squares)
