"""Puts its function into a class.

Exercise: mse
Verdict: failed
Score: 0
Says: the file defines no mean_squared_error
"""

import tensorflow as tf


class Loss:
    
    def mean_squared_error(y_true, y_pred):
        return tf.reduce_mean(tf.square(y_true - y_pred))
