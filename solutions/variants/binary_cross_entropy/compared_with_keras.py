"""A comparison with Keras when the file is run as a program."""

import tensorflow as tf


def binary_cross_entropy(y_true, y_pred):
    """Return the mean cross-entropy."""
    p = tf.clip_by_value(y_pred, 1e-7, 1 - 1e-7)
    print("between", tf.reduce_min(p), "and", tf.reduce_max(p))
    return tf.reduce_mean(-y_true * tf.math.log(p) - (1 - y_true) * tf.math.log(1 - p))


if __name__ == "__main__":
    labels = tf.constant([1.0, 0.0, 1.0])
    probabilities = tf.constant([0.9, 0.2, 0.6])
    print("mine: ", binary_cross_entropy(labels, probabilities))
    print("keras:", tf.keras.losses.BinaryCrossentropy()(labels, probabilities))
