"""The predictions are cut off from the model, as a copy in a new variable or in NumPy is.

Hint: A tape follows the predictions that it was handed. Which of your lines makes something new
of them, that has forgotten where it came from?
Caught by: gradient_matches_reference
"""

import tensorflow as tf


def mean_squared_error(y_true, y_pred):
    """Return the mean of the squared errors."""
    y_true = tf.Variable(y_true)
    y_pred = tf.Variable(y_pred)
    return tf.reduce_mean(tf.square(y_true - y_pred))
