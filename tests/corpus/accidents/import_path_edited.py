"""Adds folders to the import path.

Exercise: mse
Verdict: passed
Score: 20
"""

import sys

sys.path.append("..")
sys.path.insert(0, "C:\\Users\\me")
import tensorflow as tf


def mean_squared_error(y_true, y_pred):
    return tf.reduce_mean(tf.square(y_true - y_pred))
