"""The fraction is taken for the share to train on.

Hint: With a fraction of 0.25, which of the two parts should be the small one?
Caught by: shapes
"""

import numpy as np


def train_val_split(X, y, val_fraction, seed):
    order = np.random.default_rng(seed).permutation(len(X))
    count = round(val_fraction * len(X))
    train, val = order[:count], order[count:]
    return X[train], X[val], y[train], y[val]
