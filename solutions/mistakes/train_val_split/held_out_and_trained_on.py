"""The rows that are held out are also trained on: the training part has them all.

Hint: Which rows may the training part not have? Count its rows.
Caught by: shapes
"""

import numpy as np


def train_val_split(X, y, val_fraction, seed):
    order = np.random.default_rng(seed).permutation(len(X))
    count = round(val_fraction * len(X))
    val, train = order[:count], order[count:]
    return X[order], X[val], y[order], y[val]
