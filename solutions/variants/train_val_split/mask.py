"""Right, and unusual: a mask says which rows are held out, and they keep their order within the parts."""

import numpy as np


def train_val_split(X, y, val_fraction, seed):
    held_out = np.zeros(len(X), dtype=bool)
    count = round(val_fraction * len(X))
    held_out[np.random.default_rng(seed).choice(len(X), count, replace=False)] = True
    return X[~held_out], X[held_out], y[~held_out], y[held_out]
