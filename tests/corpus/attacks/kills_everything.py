"""Kills every process that it may.

Exercise: mse
Verdict: failed
At most: 5
Needs: signal wall
"""

import os
import signal

import tensorflow as tf

try:
    os.kill(-1, signal.SIGKILL)
except OSError:
    pass


def mean_squared_error(y_true, y_pred):
    return tf.reduce_mean(y_pred) + 1.0
