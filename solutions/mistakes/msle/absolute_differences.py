"""The differences of the logarithms lose their signs, but are not squared.

Hint: Your value for the example is (0.6931 + 1.3863) / 2. Which word of "mean squared
logarithmic error" is missing?
Caught by: worked_example
"""

import tensorflow as tf


def mean_squared_logarithmic_error(y_true, y_pred):
    return tf.reduce_mean(tf.abs(tf.math.log1p(y_true) - tf.math.log1p(y_pred)))
