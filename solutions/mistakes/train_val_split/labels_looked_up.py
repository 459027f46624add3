"""The label of a row is looked up by what the row holds, so that equal rows get the same label.

Hint: Two examples have the same features and different labels. Which label does your search find?
Caught by: equal_rows
"""

import numpy as np


def train_val_split(X, y, val_fraction, seed):
    labels = {tuple(row): label for row, label in zip(X, y)}
    X = np.random.default_rng(seed).permutation(X)
    y = np.array([labels[tuple(row)] for row in X])
    count = round(val_fraction * len(X))
    return X[count:], X[:count], y[count:], y[:count]
