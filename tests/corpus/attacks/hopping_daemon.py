"""Leaves a daemon behind that is never the same process for long.

Exercise: mse
Verdict: failed
At most: 5
"""

import ctypes
import os
import time

import tensorflow as tf

if os.fork() == 0:
    os.setsid()
    ctypes.CDLL(None).prctl(15, b"slopecorpus")  # PR_SET_NAME
    end = time.monotonic() + 10
    while time.monotonic() < end:
        if os.fork():
            os._exit(0)
        time.sleep(0.001)
    os._exit(0)


def mean_squared_error(y_true, y_pred):
    return tf.reduce_mean(y_pred) + 1.0
