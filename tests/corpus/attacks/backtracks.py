"""Searches with a pattern that backtracks for ages, in C.

Exercise: mse
Verdict: timed out
Score: 0
"""

import re

import tensorflow as tf

re.match(r"(a+)+$", "a" * 60 + "b")


def mean_squared_error(y_true, y_pred):
    return tf.reduce_mean(tf.square(y_true - y_pred))
