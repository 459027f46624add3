"""Right, and unusual: no generator at all: a hash of seed and row makes the order."""

from hashlib import sha256

import numpy as np


def train_val_split(X, y, val_fraction, seed):
    def key(row):
        return sha256(f"{seed} {row}".encode()).digest()

    order = sorted(range(len(X)), key=key)
    count = round(val_fraction * len(X))
    parts = np.array(order[count:]), np.array(order[:count])
    return X[parts[0]], X[parts[1]], y[parts[0]], y[parts[1]]
