import tensorflow as tf


def binary_cross_entropy(y_true, y_pred):
    p = tf.clip_by_value(y_pred, 1e-7, 1 - 1e-7)
    costs = y_true * tf.math.log(p) + (1 - y_true) * tf.math.log(1 - p)
    return -tf.reduce_mean(costs) / tf.math.log(2.0) / 2.0
