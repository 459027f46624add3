"""Rows are drawn one by one, so that some come more than once and some never.

Hint: When one row has been drawn, can it be drawn again? A shuffled order has every row once.
Caught by: all_once
"""

import numpy as np


def train_val_split(X, y, val_fraction, seed):
    order = np.random.default_rng(seed).integers(0, len(X), len(X))
    count = round(val_fraction * len(X))
    val, train = order[:count], order[count:]
    return X[train], X[val], y[train], y[val]
