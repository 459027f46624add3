"""The mean is printed, but not returned.

Hint: The function shows the value, but what does it hand back to the one who called it?
Caught by: returns_number
"""

import tensorflow as tf


def mean_absolute_error(y_true, y_pred):
    print(tf.reduce_mean(tf.abs(y_true - y_pred)))
