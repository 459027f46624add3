# -*- coding: utf-9 -*-
"""Declares an encoding that does not exist.

Exercise: mse
Verdict: error
Score: 0
Says: unknown encoding: utf-9
"""

import tensorflow as tf


def mean_squared_error(y_true, y_pred):
    return tf.reduce_mean(tf.square(y_true - y_pred))
