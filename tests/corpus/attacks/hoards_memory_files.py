"""Takes memory by files that have no place on the disk.

Exercise: mse
Verdict: out of memory, error
Score: 0
"""

import os

import tensorflow as tf

hoard = []
for number in range(24):
    hoard.append(os.memfd_create("hoard"))
    for _ in range(48):
        os.write(hoard[-1], bytes(1024 * 1024))


def mean_squared_error(y_true, y_pred):
    return tf.reduce_mean(tf.square(y_true - y_pred))
