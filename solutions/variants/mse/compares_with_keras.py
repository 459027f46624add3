"""Right, and unusual: a main block compares the answer with the one of Keras."""

import tensorflow as tf


def mean_squared_error(y_true, y_pred):
    return tf.reduce_mean(tf.square(y_true - y_pred))


if __name__ == "__main__":
    targets = tf.constant([1.0, 5.0])
    predictions = tf.constant([2.0, 2.0])
    print("mine: ", mean_squared_error(targets, predictions).numpy())
    print("Keras:", tf.keras.losses.MeanSquaredError()(targets, predictions).numpy())
    print("Keras:", tf.keras.losses.MSE(targets, predictions).numpy())
