"""Rows and labels are joined in one table, which makes the labels floats.

Hint: Compare y.dtype with y_train.dtype. An array has one type for all its columns.
Caught by: types
"""

import numpy as np


def train_val_split(X, y, val_fraction, seed):
    table = np.column_stack([X, y])
    table = np.random.default_rng(seed).permutation(table)
    count = round(val_fraction * len(X))
    val, train = table[:count], table[count:]
    return train[:, :-1], val[:, :-1], train[:, -1], val[:, -1]
