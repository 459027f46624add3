"""Kills its own process.

Exercise: mse
Verdict: crashed
Score: 0
"""

import os
import signal

import tensorflow as tf


def mean_squared_error(y_true, y_pred):
    os.kill(os.getpid(), signal.SIGKILL)
    return tf.reduce_mean(tf.square(y_true - y_pred))
