"""Forks two hundred children that wait.

Exercise: mse
Verdict: crashed, failed
At most: 5
"""

import ctypes
import os
import time

import tensorflow as tf

for _ in range(200):
    if os.fork() == 0:
        ctypes.CDLL(None).prctl(15, b"slopecorpus")  # PR_SET_NAME
        time.sleep(60)
        os._exit(0)


def mean_squared_error(y_true, y_pred):
    return tf.reduce_mean(y_pred) + 1.0
