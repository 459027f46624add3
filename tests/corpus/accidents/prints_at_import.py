"""Shows a worked example while it is imported.

Exercise: mse
Verdict: passed
Score: 20
"""

import tensorflow as tf


def mean_squared_error(y_true, y_pred):
    return tf.reduce_mean(tf.square(y_true - y_pred))

print(mean_squared_error(tf.ones(3), tf.zeros(3)))
