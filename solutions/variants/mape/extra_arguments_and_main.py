"""Arguments with defaults, and a comparison with Keras in the main block."""

import tensorflow as tf


def mean_absolute_percentage_error(y_true, y_pred, percent=100.0, sample_weight=None):
    errors = tf.sqrt(tf.square((y_true - y_pred) / y_true))
    if sample_weight is not None:
        errors = errors * sample_weight
    return percent * tf.reduce_mean(errors)


if __name__ == "__main__":
    targets, predictions = tf.constant([4.0, -2.0]), tf.constant([3.0, -5.0])
    print(mean_absolute_percentage_error(targets, predictions))
    print(tf.keras.losses.MAPE(targets, predictions))
