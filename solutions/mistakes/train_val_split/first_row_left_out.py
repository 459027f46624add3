"""The first row is not shuffled, so that it is never held out.

Hint: Which number does your shuffle never move? There are n rows, numbered 0 to n - 1.
Told as: last_row_left_out
Caught by: any_of_more_rows
"""

import numpy as np


def train_val_split(X, y, val_fraction, seed):
    order = np.append(np.random.default_rng(seed).permutation(np.arange(1, len(X))), 0)
    count = round(val_fraction * len(X))
    val, train = order[:count], order[count:]
    return X[train], X[val], y[train], y[val]
