"""Answers with its own argument, changed in place.

Exercise: mse
Verdict: failed, error
At most: 5
"""

import tensorflow as tf


def mean_squared_error(y_true, y_pred):
    return y_pred
