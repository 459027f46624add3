"""The four parts are right, and come in another order: X_train, y_train, X_val, y_val.

Hint: In which order does the contract name the four parts?
Caught by: shapes
"""

import numpy as np


def train_val_split(X, y, val_fraction, seed):
    order = np.random.default_rng(seed).permutation(len(X))
    count = round(val_fraction * len(X))
    val, train = order[:count], order[count:]
    return X[train], y[train], X[val], y[val]
