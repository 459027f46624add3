"""Right ones plus right zeros, as products."""

import tensorflow as tf


def accuracy(y_true, y_pred):
    labels = tf.math.ceil(y_pred - 0.5)
    print("predicted:", labels)
    return tf.reduce_mean(y_true * labels + (1 - y_true) * (1 - labels))
