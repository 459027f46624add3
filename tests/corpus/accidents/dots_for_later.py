"""Leaves dots in the place of the body.

Exercise: mse
Verdict: failed
Score: 0
Says: gives back None: is there a `return`?
"""

import tensorflow as tf


def mean_squared_error(y_true, y_pred):
    ...
