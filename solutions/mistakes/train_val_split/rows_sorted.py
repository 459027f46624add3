"""The rows of X are sorted before the split, and the labels are not.

Hint: The first row moves to another place. Does its label go with it?
Caught by: rows_stay_paired
"""

import numpy as np


def train_val_split(X, y, val_fraction, seed):
    X = X[np.lexsort(X.T[::-1])]
    order = np.random.default_rng(seed).permutation(len(X))
    count = round(val_fraction * len(X))
    val, train = order[:count], order[count:]
    return X[train], X[val], y[train], y[val]
