"""Has a magic command left from a notebook.

Exercise: mse
Verdict: error
Score: 0
Says: line 10: SyntaxError: this is a note
"""

import tensorflow as tf
%matplotlib inline


def mean_squared_error(y_true, y_pred):
    return tf.reduce_mean(tf.square(y_true - y_pred))
