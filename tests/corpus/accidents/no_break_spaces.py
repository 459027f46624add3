"""Has spaces copied from a web page, which are none.

Exercise: mse
Verdict: error
Score: 0
Says: invalid non-printable character U+00A0
"""

import tensorflow as tf


def mean_squared_error(y_true, y_pred):
    return tf.reduce_mean(tf.square(y_true - y_pred))
