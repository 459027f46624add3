"""Right, and unusual: a main block compares the split with the one of scikit-learn."""

import numpy as np


def train_val_split(X, y, val_fraction, seed):
    order = np.random.default_rng(seed).permutation(len(X))
    count = round(val_fraction * len(X))
    val, train = order[:count], order[count:]
    return X[train], X[val], y[train], y[val]


if __name__ == "__main__":
    from sklearn.model_selection import train_test_split

    X, y = np.arange(16.0).reshape(8, 2), np.arange(8)
    print("mine:  ", train_val_split(X, y, 0.25, 0)[3])
    print("theirs:", train_test_split(X, y, test_size=0.25, random_state=0)[3])
