"""Has backslashes that mean nothing, which Python warns of.

Exercise: mse
Verdict: passed
Score: 20
"""

# A pattern and a formula.
PATTERN, FORMULA = "\d+", "\sigma"
import tensorflow as tf


def mean_squared_error(y_true, y_pred):
    return tf.reduce_mean(tf.square(y_true - y_pred))
