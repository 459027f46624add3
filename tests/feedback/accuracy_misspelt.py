import tensorflow as tf


def accuracy(y_true, y_pred):
    labels = tf.cast(y_pred > 0.5, tf.float32)
    return tf.reduce_mean(tf.cast(lables == y_true, tf.float32))
