"""Kills its parent through a descriptor of the process.

Exercise: mse
Verdict: failed
At most: 5
Needs: signal wall
"""

import os
import signal

import tensorflow as tf

try:
    signal.pidfd_send_signal(os.pidfd_open(os.getppid()), signal.SIGKILL)
except OSError:
    pass


def mean_squared_error(y_true, y_pred):
    return tf.reduce_mean(y_pred) + 1.0
