"""Mean squared logarithmic error: by what factor the predictions are off."""

import tensorflow as tf


def mean_squared_logarithmic_error(y_true, y_pred):
    """Return the mean of the squared differences of logarithms.

    Formula, with the natural logarithm and the mean over all n pairs:

        loss = mean((log(1 + y_true) - log(1 + y_pred))^2)

    Args:
        y_true: the targets, none of them negative, where exactly 0.0 may occur; float32 tensor
            of shape (n,), with n >= 1.
        y_pred: the predictions, none of them negative either; float32 tensor of the same
            shape (n,).

    Returns:
        The loss: one number, a tensor of shape (), float32 (float64 is fine, too). It is
        never negative, zero only where every prediction is right, and the same with the
        arguments exchanged. Only the ratio of 1 + y_true to 1 + y_pred counts, so 1 for 3
        costs as much as 49 for 99.
        A tf.GradientTape can differentiate it with respect to y_pred.

    Example, by hand: 1 + y_true is 1 and 8, 1 + y_pred is 2 and 2. The logarithms differ by
    ln 1 - ln 2 = -0.6931 and ln 8 - ln 2 = ln 4 = 1.3863. Their squares are 0.4805 and 1.9218,
    and the mean is 1.2011.

        >>> y_true = tf.constant([0.0, 7.0])
        >>> y_pred = tf.constant([1.0, 1.0])
        >>> round(float(mean_squared_logarithmic_error(y_true, y_pred)), 4)
        1.2011

    Watch out: log(0) is minus infinity. The 1 is added before the logarithm is taken, so that a
    target of 0 does no harm; added afterwards, it cancels and protects nothing.

    Forbidden: tf.keras.losses.*, tf.keras.metrics.* and any other ready loss or metric. Write
    it with tf.math.log, tf.square, tf.reduce_mean and their like. To compare with a ready one,
    do so under `if __name__ == "__main__":`.
    """
    raise NotImplementedError("msle: write mean_squared_logarithmic_error")
