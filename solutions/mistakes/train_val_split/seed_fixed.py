"""A seed of its own is used, whatever the seed that is handed over.

Hint: What changes in your code when somebody asks for another seed?
Caught by: other_seeds
"""

import numpy as np


def train_val_split(X, y, val_fraction, seed):
    np.random.seed(42)
    order = np.random.permutation(len(X))
    count = round(val_fraction * len(X))
    val, train = order[:count], order[count:]
    return X[train], X[val], y[train], y[val]
