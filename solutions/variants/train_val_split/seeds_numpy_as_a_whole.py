"""Right, and unusual: NumPy's global generator is seeded, and numbers of rows are shuffled in place."""

import numpy as np


def train_val_split(X, y, val_fraction, seed):
    np.random.seed(seed)
    order = np.arange(X.shape[0])
    np.random.shuffle(order)
    count = int(X.shape[0] * val_fraction)
    train, val = np.split(order, [len(order) - count])
    return [X[train], X[val], y[train], y[val]]
