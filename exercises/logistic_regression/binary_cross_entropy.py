"""Binary cross-entropy: the loss for labels 0 and 1."""

import tensorflow as tf


def binary_cross_entropy(y_true, y_pred):
    """Measure how badly probabilities fit labels: near 0 is good, large is bad.

    Formula, with the natural logarithm and the mean over all n pairs:

        loss = -mean(y_true * log(y_pred) + (1 - y_true) * log(1 - y_pred))

    Args:
        y_true: the labels, each 0.0 or 1.0; float32 tensor of shape (n,).
        y_pred: the predicted probabilities of label 1, each from 0.0 to 1.0, where exactly
            0.0 and exactly 1.0 may occur; float32 tensor of shape (n,).

    Returns:
        The loss: one number, a tensor of shape (), float32 (float64 is fine, too). It is
        never negative.
        A tf.GradientTape can differentiate it with respect to y_pred.
        The loss and its gradient are finite also where y_pred is exactly 0 or 1. For a
        label that was given the probability 0 (a confident mistake) the loss stays large:
        above 5. Clipping y_pred to the range from 1e-7 to 1 - 1e-7 gives about 16.
        For y_pred from 0.05 to 0.95 the protection changes the loss by less than a
        thousandth of its value.

    Example, by hand: label 1 was given the probability 0.8, label 0 the probability
    1 - 0.5 = 0.5, and -(ln 0.8 + ln 0.5) / 2 = (0.2231 + 0.6931) / 2 = 0.4581.

        >>> y_true = tf.constant([1.0, 0.0])
        >>> y_pred = tf.constant([0.8, 0.5])
        >>> round(float(binary_cross_entropy(y_true, y_pred)), 4)
        0.4581

    Watch out: log(0) is minus infinity, and 0 * log(0) is not a number (nan). Both ends need
    protection: log(y_pred) at 0 and log(1 - y_pred) at 1. In float32, 1 - 1e-10 is exactly 1.

    Forbidden: tf.keras.losses.*, tf.keras.metrics.*, tf.nn.*cross_entropy* and any other
    ready loss or metric. Write it with tf.math.log, tf.reduce_mean, tf.clip_by_value and
    their like. To compare with a ready one, do so under `if __name__ == "__main__":`.
    """
    raise NotImplementedError("binary_cross_entropy: write binary_cross_entropy")
