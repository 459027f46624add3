"""One row gets lost where the order is cut.

Hint: Where does the first part end, and where does the second begin? Which row is in neither?
Caught by: shapes
"""

import numpy as np


def train_val_split(X, y, val_fraction, seed):
    order = np.random.default_rng(seed).permutation(len(X))
    count = round(val_fraction * len(X))
    val, train = order[:count], order[count + 1 :]
    return X[train], X[val], y[train], y[val]
