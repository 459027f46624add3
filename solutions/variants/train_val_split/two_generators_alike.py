"""Right, and unusual: copies of X and y are shuffled by two generators that start alike."""

import numpy as np


def train_val_split(X, y, val_fraction, seed):
    X, y = X.copy(), y.copy()
    np.random.RandomState(seed).shuffle(X)
    np.random.RandomState(seed).shuffle(y)
    cut = len(X) - round(val_fraction * len(X))
    return X[:cut], X[cut:], y[:cut], y[cut:]
