"""Right, and unusual: a shuffle written by hand, and the rest of the rows by np.delete."""

import numpy as np


def train_val_split(X, y, val_fraction, seed):
    rng = np.random.default_rng(seed)
    order = list(range(len(X)))
    for last in range(len(order) - 1, 0, -1):
        other = rng.integers(0, last + 1)
        order[last], order[other] = order[other], order[last]
    val = order[: int(np.ceil(val_fraction * len(X)))]
    print("held out:", val)
    return np.delete(X, val, axis=0), X[val], np.delete(y, val), y[val]
