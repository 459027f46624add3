"""Asks the user for a number while it is imported.

Exercise: mse
Verdict: error
Score: 0
Says: input() cannot be used here
"""

import tensorflow as tf
n = int(input("How many? "))


def mean_squared_error(y_true, y_pred):
    return tf.reduce_mean(tf.square(y_true - y_pred))
