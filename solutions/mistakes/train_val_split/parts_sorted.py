"""The rows and the labels of each part are sorted, each by themselves.

Hint: Rows and labels are each put in order. Which label stands beside which row then?
Caught by: rows_stay_paired
"""

import numpy as np


def train_val_split(X, y, val_fraction, seed):
    order = np.random.default_rng(seed).permutation(len(X))
    count = round(val_fraction * len(X))
    val, train = order[:count], order[count:]
    X_train, X_val = np.sort(X[train], axis=0), np.sort(X[val], axis=0)
    return X_train, X_val, np.sort(y[train]), np.sort(y[val])
