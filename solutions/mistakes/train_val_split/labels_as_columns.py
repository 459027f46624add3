"""The labels come as columns of shape (k, 1).

Hint: Which shape has y, and which have your y_train and y_val?
Caught by: shapes
"""

import numpy as np


def train_val_split(X, y, val_fraction, seed):
    y = y.reshape(-1, 1)
    order = np.random.default_rng(seed).permutation(len(X))
    count = round(val_fraction * len(X))
    val, train = order[:count], order[count:]
    return X[train], X[val], y[train], y[val]
