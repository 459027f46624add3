"""Right, and unusual: arguments with defaults, type hints, and a print on every call."""

import tensorflow as tf


def mean_squared_error(
    y_true: tf.Tensor, y_pred: tf.Tensor, weight: float = 1.0, verbose: bool = True
) -> tf.Tensor:
    loss = weight * tf.reduce_mean(tf.square(y_true - y_pred))
    if verbose:
        print("mean squared error:", loss)
    return loss
