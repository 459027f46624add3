"""Stops its own process, so that it neither answers nor ends.

Exercise: mse
Verdict: timed out
Score: 0
"""

import os
import signal

import tensorflow as tf

os.kill(os.getpid(), signal.SIGSTOP)


def mean_squared_error(y_true, y_pred):
    return tf.reduce_mean(tf.square(y_true - y_pred))
