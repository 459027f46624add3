"""Only the error loses its sign, and a negative target makes the percentage negative.

Hint: Try a target of -2. What sign does your fraction have, and what should the absolute value
be taken of?
Caught by: never_negative
"""

import tensorflow as tf


def mean_absolute_percentage_error(y_true, y_pred):
    return 100.0 * tf.reduce_mean(tf.abs(y_true - y_pred) / y_true)
