"""The mean comes back inside a tensor of shape (1,).

Hint: The number is right. Print the shape of what you return: is it () or (1,)?
Caught by: shape
"""

import tensorflow as tf


def mean_squared_logarithmic_error(y_true, y_pred):
    squares = tf.square(tf.math.log1p(y_true) - tf.math.log1p(y_pred))
    return tf.reduce_mean(squares, axis=0, keepdims=True)
