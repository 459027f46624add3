"""Takes memory that it could share with others.

Exercise: mse
Verdict: out of memory, error
Score: 0
"""

import mmap

import tensorflow as tf

hoard = []
for _ in range(48):
    # Not written to: what may be mapped may be filled.
    hoard.append(mmap.mmap(-1, 128 * 1024 * 1024))


def mean_squared_error(y_true, y_pred):
    return tf.reduce_mean(tf.square(y_true - y_pred))
