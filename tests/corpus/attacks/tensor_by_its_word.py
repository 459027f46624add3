"""Answers with an object that says it is a tensor.

Exercise: mse
Verdict: failed, error
At most: 0
"""

import numpy as np
import tensorflow as tf


class Liar:
    __class__ = property(lambda self: tf.Tensor)
    _numpy = numpy = lambda self: np.zeros((), np.float32)


lie = Liar()


def mean_squared_error(y_true, y_pred):
    return lie
