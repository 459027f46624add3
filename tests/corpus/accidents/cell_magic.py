"""Times its cell.

Exercise: mse
Verdict: error
Score: 0
Says: line 9: SyntaxError: this is a note
"""

%%time
import tensorflow as tf


def mean_squared_error(y_true, y_pred):
    return tf.reduce_mean(tf.square(y_true - y_pred))
