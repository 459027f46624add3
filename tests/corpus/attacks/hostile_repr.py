"""Raises an exception that leaves when it is shown.

Exercise: mse
Verdict: crashed, error
Score: 0
"""

import os

import tensorflow as tf


class Hostile(Exception):
    def __str__(self):
        os._exit(0)

    __repr__ = __str__


def mean_squared_error(y_true, y_pred):
    raise Hostile
