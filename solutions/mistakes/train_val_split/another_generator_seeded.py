"""The seed goes to Python's own random numbers, and the order comes from those of NumPy.

Hint: Which generator gets the seed, and which one makes the order?
Told as: seed_ignored
Caught by: same_seed
"""

import random

import numpy as np


def train_val_split(X, y, val_fraction, seed):
    random.seed(seed)
    order = np.random.permutation(len(X))
    count = round(val_fraction * len(X))
    val, train = order[:count], order[count:]
    return X[train], X[val], y[train], y[val]
