"""Lists are returned, not NumPy arrays.

Hint: Does your X_train have a shape? np.array makes an array of a list.
Caught by: types
"""

import numpy as np


def train_val_split(X, y, val_fraction, seed):
    order = np.random.default_rng(seed).permutation(len(X))
    count = round(val_fraction * len(X))
    val, train = order[:count], order[count:]
    return X[train].tolist(), X[val].tolist(), y[train].tolist(), y[val].tolist()
