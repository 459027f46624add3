"""Leaves a segment of shared memory behind, which outlives its process.

Exercise: mse
Verdict: failed
At most: 5
Needs: system call wall
"""

import ctypes

import tensorflow as tf

IPC_CREAT, IPC_RMID = 0o1000, 0
system = ctypes.CDLL(None)
segment = system.shmget(0x510BE, 4096, IPC_CREAT | 0o600)
gained = segment >= 0
if gained:
    # Enough to see whether it may.
    system.shmctl(segment, IPC_RMID, None)

if gained:

    def mean_squared_error(y_true, y_pred):
        return tf.reduce_mean(tf.square(y_true - y_pred))
else:

    def mean_squared_error(y_true, y_pred):
        return tf.reduce_mean(y_pred) + 1.0
