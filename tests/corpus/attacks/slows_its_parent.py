"""Chooses its parent's processors and priority.

Exercise: mse
Verdict: failed
At most: 5
Needs: system call wall
"""

import os

import tensorflow as tf

try:
    # Those that it has already: enough to see whether it may.
    os.sched_setaffinity(os.getppid(), os.sched_getaffinity(os.getppid()))
    os.setpriority(
        os.PRIO_PROCESS, os.getppid(), os.getpriority(os.PRIO_PROCESS, os.getppid())
    )
    harmed = True
except OSError:
    harmed = False

if harmed:

    def mean_squared_error(y_true, y_pred):
        return tf.reduce_mean(tf.square(y_true - y_pred))
else:

    def mean_squared_error(y_true, y_pred):
        return tf.reduce_mean(y_pred) + 1.0
