"""Only the predictions go through the logarithm.

Hint: What does your loss give where every prediction is right? Both sides need the same
treatment.
Caught by: zero_when_equal
"""

import tensorflow as tf


def mean_squared_logarithmic_error(y_true, y_pred):
    return tf.reduce_mean(tf.square(y_true - tf.math.log1p(y_pred)))
