"""The root of the mean is returned, which is another error measure.

Hint: This is the *root* mean squared logarithmic error. Which of your steps is not in the
formula?
Caught by: matches_reference
"""

import tensorflow as tf


def mean_squared_logarithmic_error(y_true, y_pred):
    squares = tf.square(tf.math.log1p(y_true) - tf.math.log1p(y_pred))
    return tf.sqrt(tf.reduce_mean(squares))
