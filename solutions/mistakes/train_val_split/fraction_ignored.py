"""A fifth is held out, whatever the fraction.

Hint: What changes in your code when somebody holds out a half?
Caught by: shapes
"""

import numpy as np


def train_val_split(X, y, val_fraction, seed):
    order = np.random.default_rng(seed).permutation(len(X))
    count = int(0.2 * len(X))
    val, train = order[:count], order[count:]
    return X[train], X[val], y[train], y[val]
