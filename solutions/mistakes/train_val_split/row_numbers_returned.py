"""The numbers of the rows are returned, not the rows.

Hint: You know which rows go where. Who takes them out of X and y?
Caught by: returns_four_arrays
"""

import numpy as np


def train_val_split(X, y, val_fraction, seed):
    order = np.random.default_rng(seed).permutation(len(X))
    count = round(val_fraction * len(X))
    val, train = order[:count], order[count:]
    return train, val
