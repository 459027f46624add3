"""The predictions are copied into a new variable, which cuts them off from the model.

Hint: A new variable is a fresh start with no history. Do the predictions need one at all?
Caught by: gradient_matches_reference
"""

import tensorflow as tf


def mean_squared_error(y_true, y_pred):
    """Return the mean of the squared errors."""
    y_true = tf.Variable(y_true)
    y_pred = tf.Variable(y_pred)
    return tf.reduce_mean(tf.square(y_true - y_pred))
