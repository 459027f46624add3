"""Mean absolute error: how far the predictions are off, on average."""

import tensorflow as tf


def mean_absolute_error(y_true, y_pred):
    """Return the mean of the absolute errors.

    Formula, with the mean over all n pairs:

        loss = mean(abs(y_true - y_pred))

    Args:
        y_true: the targets, a float32 tensor of shape (n,), with n >= 1.
        y_pred: the predictions, a float32 tensor of the same shape (n,).

    Returns:
        The loss: one number, a tensor of shape (), float32 (float64 is fine, too). It is
        never negative, zero only where every prediction is right, and the same with the
        arguments exchanged. Where every error is twice as large, so is the loss.
        A tf.GradientTape can differentiate it with respect to y_pred. Its derivative by an
        entry of y_pred is 1/n where the prediction is too high and -1/n where it is too low,
        however far off it is. (Where an error is exactly 0, anything from -1/n to 1/n is fine.)

    Example, by hand: the errors are 1 - 3 = -2, 5 - 2 = 3 and 2 - 9 = -7. Without their signs
    they are 2, 3 and 7, and the mean is 12 / 3 = 4.

        >>> y_true = tf.constant([1.0, 5.0, 2.0])
        >>> y_pred = tf.constant([3.0, 2.0, 9.0])
        >>> float(mean_absolute_error(y_true, y_pred))
        4.0

    Watch out: take every error's absolute value before you average. The absolute value of the
    mean, which is 2 in the example, lets errors of opposite signs cancel.

    Forbidden: tf.keras.losses.*, tf.keras.metrics.* and any other ready loss or metric. Write
    it with tf.abs, tf.reduce_mean and their like. To compare with a ready one, do so under
    `if __name__ == "__main__":`.
    """
    raise NotImplementedError("mae: write mean_absolute_error")
