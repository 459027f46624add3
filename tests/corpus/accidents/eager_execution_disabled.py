"""Works as TensorFlow 1 did.

Exercise: mse
Verdict: failed
At most: 0
Says: a symbolic tensor, without a value yet
"""

import tensorflow as tf
tf.compat.v1.disable_eager_execution()


def mean_squared_error(y_true, y_pred):
    return tf.reduce_mean(tf.square(y_true - y_pred))
