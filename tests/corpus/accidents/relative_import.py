"""Imports beside itself, as inside a package.

Exercise: mse
Verdict: error
Score: 0
Says: ImportError
"""

from .helpers import *
import tensorflow as tf


def mean_squared_error(y_true, y_pred):
    return tf.reduce_mean(tf.square(y_true - y_pred))
