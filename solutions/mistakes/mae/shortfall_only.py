"""Only predictions that are too low count; negative errors become zero.

Hint: Is a prediction that is too high by 3 no error at all? What does tf.maximum(e, 0) make of
e = -3?
Caught by: symmetric
"""

import tensorflow as tf


def mean_absolute_error(y_true, y_pred):
    errors = y_true - y_pred
    return tf.reduce_mean(tf.maximum(errors, 0.0))
