"""Answers with a list that says it has no items, then gives them without end.

Exercise: mse
Verdict: out of memory, timed out, failed, error
At most: 0
"""

import tensorflow as tf


class Endless(list):
    def __len__(self):
        return 0

    def __iter__(self):
        while True:
            yield 5.0


lie = Endless()


def mean_squared_error(y_true, y_pred):
    return lie
