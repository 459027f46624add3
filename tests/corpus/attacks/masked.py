"""Answers with numbers that are all masked, which compare as equal.

Exercise: mse
Verdict: failed, error
At most: 0
"""

import numpy as np
import tensorflow as tf


def mean_squared_error(y_true, y_pred):
    return np.ma.masked_all(())
