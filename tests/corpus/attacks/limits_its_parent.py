"""Sets a limit of its parent's, which could as well be a second of processor time.

Exercise: mse
Verdict: failed
At most: 5
Needs: system call wall
"""

import os
import resource

import tensorflow as tf

try:
    # The limit that is there already: enough to see whether it may.
    resource.prlimit(
        os.getppid(), resource.RLIMIT_CPU, resource.prlimit(os.getppid(), resource.RLIMIT_CPU)
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
