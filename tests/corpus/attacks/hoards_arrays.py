"""Takes memory by arrays.

Exercise: mse
Verdict: out of memory
Score: 0
"""

import numpy as np
import tensorflow as tf

hoard = [np.ones(50_000_000) for _ in range(40)]


def mean_squared_error(y_true, y_pred):
    return tf.reduce_mean(tf.square(y_true - y_pred))
