"""The rows of X are shuffled, and the labels stay where they were.

Hint: A row has moved to another place. Where is its label now?
Caught by: rows_stay_paired
"""

import numpy as np


def train_val_split(X, y, val_fraction, seed):
    order = np.random.default_rng(seed).permutation(len(X))
    count = round(val_fraction * len(X))
    X = X[order]
    return X[count:], X[:count], y[count:], y[:count]
