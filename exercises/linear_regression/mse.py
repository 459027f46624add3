"""Mean squared error: how far the predictions are off, squared and averaged."""

import tensorflow as tf


def mean_squared_error(y_true, y_pred):
    """Return the mean of the squared errors.

    1/n * sum over i of (y_true[i] - y_pred[i])^2

    Args:
        y_true: the targets, a float32 tensor of shape (n,), with n >= 1.
        y_pred: the predictions, a float32 tensor of the same shape (n,).

    Both arguments stay as they are, also when they are NumPy arrays. The answer depends on
    nothing else: the same arguments give the same answer on every call.

    Returns:
        One number, a float32 tensor of shape (). It is never negative, and zero only where
        every prediction is right. A gradient tape can follow it back to y_pred.

    Example: the errors are 1 - 2 = -1 and 5 - 2 = 3, their squares 1 and 9, the mean 5.

        >>> y_true = tf.constant([1.0, 5.0])
        >>> y_pred = tf.constant([2.0, 2.0])
        >>> print(mean_squared_error(y_true, y_pred).numpy())
        5.0

    Forbidden here: the library's ready losses and metrics (such as `tf.keras.losses.MSE` or
    `tf.keras.metrics.MeanSquaredError`). Write the formula with `tf.square`, `tf.reduce_mean`
    and their like.

    Watch out: square each error before you average, or errors of +1 and -1 cancel to zero.
    And stay within TensorFlow: `float(...)`, `.numpy()` and NumPy functions give a number that
    has forgotten how it was computed, so that nothing can be learned from it.
    """
    raise NotImplementedError("mse: write mean_squared_error")
