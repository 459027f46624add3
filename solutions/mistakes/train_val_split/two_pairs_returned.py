"""Two pairs are returned, not four arrays.

Hint: How many things does `return (a, b), (c, d)` give back?
Caught by: returns_four_arrays
"""

import numpy as np


def train_val_split(X, y, val_fraction, seed):
    order = np.random.default_rng(seed).permutation(len(X))
    count = round(val_fraction * len(X))
    val, train = order[:count], order[count:]
    return (X[train], y[train]), (X[val], y[val])
