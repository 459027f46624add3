"""Opens files until no more can be opened.

Exercise: mse
Verdict: failed
At most: 5
"""

import tensorflow as tf

hoard = []
try:
    while len(hoard) < 100_000:
        hoard.append(open("/dev/null"))
except OSError:
    pass


def mean_squared_error(y_true, y_pred):
    return tf.reduce_mean(y_pred) + 1.0
