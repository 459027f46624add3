"""Goes to another folder.

Exercise: mse
Verdict: passed
Score: 20
"""

import os

import tensorflow as tf

os.chdir("/")


def mean_squared_error(y_true, y_pred):
    return tf.reduce_mean(tf.square(y_true - y_pred))
