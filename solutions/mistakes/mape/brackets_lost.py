"""The brackets are lost: the target is subtracted after the prediction was divided by it.

Hint: What does your loss give where every prediction is right? Division comes before
subtraction.
Caught by: zero_when_equal
"""

import tensorflow as tf


def mean_absolute_percentage_error(y_true, y_pred):
    return 100.0 * tf.reduce_mean(tf.abs(y_true - y_pred / y_true))
