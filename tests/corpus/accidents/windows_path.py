"""Has a Windows path whose backslashes mean something.

Exercise: mse
Verdict: error
Score: 0
Says: put an r in front of the text
"""

import tensorflow as tf
DATA = "C:\Users\me\data.csv"


def mean_squared_error(y_true, y_pred):
    return tf.reduce_mean(tf.square(y_true - y_pred))
