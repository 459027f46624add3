"""Mean absolute percentage error: how many percent the predictions are off."""

import tensorflow as tf


def mean_absolute_percentage_error(y_true, y_pred):
    """Return the mean of the absolute errors, each as a percentage of its target.

    Formula, with the mean over all n pairs:

        loss = 100 * mean(abs((y_true - y_pred) / y_true))

    Args:
        y_true: the targets, positive or negative, none of them 0; float32 tensor of shape
            (n,), with n >= 1.
        y_pred: the predictions, any numbers; float32 tensor of the same shape (n,).

    Returns:
        The loss, in percent: one number, a tensor of shape (), float32 (float64 is fine, too).
        It is never negative, and zero only where every prediction is right. It does not
        depend on the unit of measurement: metres or centimetres give the same loss.
        A tf.GradientTape can differentiate it with respect to y_pred. (Where an error is
        exactly 0, any slope between those to the left and to the right is fine.)

    Example, by hand: 3 for 4 is off by 1/4, which is 25 percent. -5 for -2 is off by 3/2 of the
    target, which is 150 percent. The mean is 87.5.

        >>> y_true = tf.constant([4.0, -2.0])
        >>> y_pred = tf.constant([3.0, -5.0])
        >>> float(mean_absolute_percentage_error(y_true, y_pred))
        87.5

    Watch out: percent of what? Of the target, not of the prediction. And a negative target must
    not make its percentage negative: the absolute value is taken of the whole fraction.

    Forbidden: tf.keras.losses.*, tf.keras.metrics.* and any other ready loss or metric. Write
    it with tf.abs, tf.reduce_mean and their like. To compare with a ready one, do so under
    `if __name__ == "__main__":`.
    """
    raise NotImplementedError("mape: write mean_absolute_percentage_error")
