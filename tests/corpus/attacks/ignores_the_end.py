"""Leaves children behind that ignore every signal that can be ignored.

Exercise: mse
Verdict: failed
At most: 5
"""

import ctypes
import os
import signal
import time

import tensorflow as tf

for _ in range(10):
    if os.fork() == 0:
        ctypes.CDLL(None).prctl(15, b"slopecorpus")  # PR_SET_NAME
        for number in set(signal.Signals) - {signal.SIGKILL, signal.SIGSTOP}:
            signal.signal(number, signal.SIG_IGN)
        ctypes.CDLL(None).prctl(1, 0)  # PR_SET_PDEATHSIG
        time.sleep(60)
        os._exit(0)


def mean_squared_error(y_true, y_pred):
    return tf.reduce_mean(y_pred) + 1.0
