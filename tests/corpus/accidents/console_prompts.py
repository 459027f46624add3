"""Was copied from a console, prompts included.

Exercise: mse
Verdict: error
Score: 0
Says: SyntaxError
"""

>>> import tensorflow as tf
>>> print(tf.__version__)


def mean_squared_error(y_true, y_pred):
    return tf.reduce_mean(tf.square(y_true - y_pred))
