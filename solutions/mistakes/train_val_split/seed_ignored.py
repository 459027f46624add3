"""The seed is not used: every call gives another split.

Hint: Call your function twice with the same seed. What does the random generator know of the
seed?
Caught by: same_seed
"""

import numpy as np


def train_val_split(X, y, val_fraction, seed):
    order = np.random.permutation(len(X))
    count = round(val_fraction * len(X))
    val, train = order[:count], order[count:]
    return X[train], X[val], y[train], y[val]
