"""Right, and unusual: rows and labels are shuffled in one table, and get their types back."""

import numpy as np


def train_val_split(X, y, val_fraction, seed):
    table = np.random.default_rng(seed).permutation(np.c_[X, y])
    val, train = np.split(table, [round(val_fraction * len(X))])
    X_train, X_val = train[:, :-1].astype(X.dtype), val[:, :-1].astype(X.dtype)
    return X_train, X_val, train[:, -1].astype(y.dtype), val[:, -1].astype(y.dtype)
