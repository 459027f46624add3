"""The errors are divided by the mean of target and prediction.

Hint: However wrong the prediction is, your loss stays below 200. Which of the two numbers does
the formula divide by?
Caught by: off_by_a_share
"""

import tensorflow as tf


def mean_absolute_percentage_error(y_true, y_pred):
    middle = (tf.abs(y_true) + tf.abs(y_pred)) / 2.0
    return 100.0 * tf.reduce_mean(tf.abs(y_true - y_pred) / middle)
