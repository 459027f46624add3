"""Is compiled, and tried with other shapes before.

Exercise: mse
Verdict: passed
Score: 20
"""

import tensorflow as tf


@tf.function
def mean_squared_error(y_true, y_pred):
    return tf.reduce_mean(tf.square(y_true - y_pred))

mean_squared_error(tf.ones([2, 3]), tf.ones([2, 3]))
