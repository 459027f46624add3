"""X and y are shuffled one after the other, each into an order of its own.

Hint: Which label stands beside the first row of X_train? Shuffle the numbers of the rows once,
and take both by them.
Caught by: rows_stay_paired
"""

import numpy as np


def train_val_split(X, y, val_fraction, seed):
    rng = np.random.default_rng(seed)
    X, y = rng.permutation(X), rng.permutation(y)
    count = round(val_fraction * len(X))
    return X[count:], X[:count], y[count:], y[:count]
