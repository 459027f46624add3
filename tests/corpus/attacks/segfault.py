"""Reads address zero.

Exercise: mse
Verdict: crashed
Score: 0
"""

import ctypes

import tensorflow as tf


def mean_squared_error(y_true, y_pred):
    ctypes.string_at(0)
    return tf.reduce_mean(tf.square(y_true - y_pred))
