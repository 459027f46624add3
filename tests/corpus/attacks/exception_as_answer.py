"""Answers with an exception, instead of raising it.

Exercise: mse
Verdict: failed, error
At most: 0
"""

import tensorflow as tf


def mean_squared_error(y_true, y_pred):
    return AssertionError('passed')
