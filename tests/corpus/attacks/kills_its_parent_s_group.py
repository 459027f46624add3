"""Kills the process group of its parent, and its session's.

Exercise: mse
Verdict: failed
At most: 5
Needs: signal wall
"""

import os
import signal

import tensorflow as tf

for group in {os.getpgid(os.getppid()), os.getsid(os.getppid())}:
    try:
        os.killpg(group, signal.SIGKILL)
    except OSError:
        continue


def mean_squared_error(y_true, y_pred):
    return tf.reduce_mean(y_pred) + 1.0
