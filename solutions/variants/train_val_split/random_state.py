"""Right, and unusual: a RandomState, and the rows taken by np.take."""

import numpy as np


def train_val_split(X, y, val_fraction, seed):
    order = np.random.RandomState(seed).permutation(len(y))
    count = int(len(y) * (1 - val_fraction))
    train, val = order[:count], order[count:]
    return tuple(np.take(part, rows, axis=0) for part in (X, y) for rows in (train, val))
