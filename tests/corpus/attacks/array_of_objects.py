"""Answers with an array that holds an object, not a number.

Exercise: mse
Verdict: failed, error
At most: 0
"""

import numpy as np
import tensorflow as tf


class Liar:
    def __eq__(self, other):
        return True


lie = np.array(Liar(), dtype=object)


def mean_squared_error(y_true, y_pred):
    return lie
