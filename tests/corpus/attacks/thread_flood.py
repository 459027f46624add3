"""Starts three hundred threads that wait.

Exercise: mse
Verdict: failed, error
At most: 5
"""

import threading
import time

import tensorflow as tf

for _ in range(300):
    threading.Thread(target=time.sleep, args=(60,)).start()


def mean_squared_error(y_true, y_pred):
    return tf.reduce_mean(y_pred) + 1.0
