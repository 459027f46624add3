"""The logarithm has base 10.

Hint: All your losses are too small by the same factor, about 0.19. Which logarithm does the
formula mean?
Caught by: worked_example
"""

import tensorflow as tf


def log10(x):
    return tf.math.log(x) / tf.math.log(10.0)


def mean_squared_logarithmic_error(y_true, y_pred):
    return tf.reduce_mean(tf.square(log10(1 + y_true) - log10(1 + y_pred)))
