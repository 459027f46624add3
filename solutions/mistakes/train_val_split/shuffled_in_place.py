"""The arrays that were handed over are shuffled themselves.

Hint: Whoever called your function looks at X afterwards. What do they find? Copy first, or
index.
Caught by: inputs_unchanged
"""

import numpy as np


def train_val_split(X, y, val_fraction, seed):
    np.random.default_rng(seed).shuffle(X)
    np.random.default_rng(seed).shuffle(y)
    count = round(val_fraction * len(X))
    return X[count:], X[:count], y[count:], y[:count]
