"""The mean fraction is returned, without turning it into percent.

Hint: All your losses are a hundredth of what they should be. What does "percent" mean?
Caught by: worked_example
"""

import tensorflow as tf


def mean_absolute_percentage_error(y_true, y_pred):
    return tf.reduce_mean(tf.abs((y_true - y_pred) / y_true))
