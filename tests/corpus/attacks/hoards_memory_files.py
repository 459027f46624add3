"""Takes memory by files that have no place on the disk.

Exercise: mse
Verdict: out of memory, timed out
Score: 0
"""

import os
import time

import tensorflow as tf

hoard = []
piece = bytes(48 * 1024 * 1024)
for number in range(40):
    hoard.append(os.memfd_create("hoard"))
    os.write(hoard[-1], piece)
time.sleep(1.0)


def mean_squared_error(y_true, y_pred):
    return tf.reduce_mean(tf.square(y_true - y_pred))
