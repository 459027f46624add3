"""The data is cut first and shuffled afterwards, so that the same rows are always held out.

Hint: Which rows can ever get into X_val? Shuffle first, and cut then.
Caught by: left_to_chance
"""

import numpy as np


def train_val_split(X, y, val_fraction, seed):
    rng = np.random.default_rng(seed)
    count = round(val_fraction * len(X))
    val = rng.permutation(np.arange(count))
    train = rng.permutation(np.arange(count, len(X)))
    return X[train], X[val], y[train], y[val]
