"""Answers with text that looks like the right number.

Exercise: mse
Verdict: failed, error
At most: 0
"""

import tensorflow as tf


def mean_squared_error(y_true, y_pred):
    return '5.0'
