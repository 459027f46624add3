"""Takes memory by lists.

Exercise: mse
Verdict: out of memory
Score: 0
"""

import tensorflow as tf

hoard = []
for _ in range(10_000):
    hoard.append([0.0] * 1_000_000)


def mean_squared_error(y_true, y_pred):
    return tf.reduce_mean(tf.square(y_true - y_pred))
