"""One row, as the last, is not shuffled, so that it is never held out.

Hint: Which number does your shuffle never move? There are n rows, numbered 0 to n - 1.
Caught by: any_rows
"""

import numpy as np


def train_val_split(X, y, val_fraction, seed):
    order = np.append(np.random.default_rng(seed).permutation(len(X) - 1), len(X) - 1)
    count = round(val_fraction * len(X))
    val, train = order[:count], order[count:]
    return X[train], X[val], y[train], y[val]
