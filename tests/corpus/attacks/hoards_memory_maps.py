"""Takes memory that it could share with others.

Exercise: mse
Verdict: out of memory, timed out
Score: 0
"""

import mmap
import time

import tensorflow as tf

hoard = []
for _ in range(60):
    hoard.append(mmap.mmap(-1, 48 * 1024 * 1024))
    hoard[-1].write(bytes(48 * 1024 * 1024))
time.sleep(1.0)


def mean_squared_error(y_true, y_pred):
    return tf.reduce_mean(tf.square(y_true - y_pred))
