# -*- coding: latin-1 -*-
"""Was saved as Latin-1 and says so in its first line.

Exercise: mse
Verdict: passed
Score: 20
"""

# Mittelwert über alle Abstände²
import tensorflow as tf


def mean_squared_error(y_true, y_pred):
    return tf.reduce_mean(tf.square(y_true - y_pred))
