"""The labels are sorted before the split, and the rows of X are not.

Hint: The first label moves to another place. Does its row go with it?
Caught by: rows_stay_paired
"""

import numpy as np


def train_val_split(X, y, val_fraction, seed):
    y = np.sort(y)
    order = np.random.default_rng(seed).permutation(len(X))
    count = round(val_fraction * len(X))
    val, train = order[:count], order[count:]
    return X[train], X[val], y[train], y[val]
