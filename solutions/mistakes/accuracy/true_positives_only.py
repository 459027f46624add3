"""Only rightly predicted ones count; rightly predicted zeros do not.

Hint: Try labels that are all 0, with low probabilities. How many of these predictions are
right?
Caught by: matches_reference
"""

import tensorflow as tf


def accuracy(y_true, y_pred):
    labels = tf.cast(y_pred > 0.5, tf.float32)
    return tf.reduce_mean(labels * y_true)
