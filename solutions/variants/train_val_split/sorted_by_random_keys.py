"""Right, and unusual: every row gets a random key, and the keys are sorted."""

import numpy as np


def train_val_split(X, y, val_fraction, seed):
    order = np.argsort(np.random.default_rng(seed).random(len(X)))
    count = round(val_fraction * len(X))
    val, train = order[:count], order[count:]
    return X[train], X[val], y[train], y[val]
