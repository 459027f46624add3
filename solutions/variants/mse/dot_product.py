"""Right, and unusual: the errors are multiplied with themselves as a dot product."""

import tensorflow as tf


def mean_squared_error(y_true, y_pred):
    errors = y_true - y_pred
    return tf.tensordot(errors, errors, axes=1) / errors.shape[0]
