"""The two parts are drawn one after the other, so that some rows are in both and some in
neither.

Hint: Once the rows to hold out are known, which rows are left to train on?
Caught by: all_once
"""

import numpy as np


def train_val_split(X, y, val_fraction, seed):
    rng = np.random.default_rng(seed)
    count = round(val_fraction * len(X))
    val = rng.choice(len(X), count, replace=False)
    train = rng.choice(len(X), len(X) - count, replace=False)
    return X[train], X[val], y[train], y[val]
