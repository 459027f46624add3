"""The random generator is made once for all calls, so that each call goes on where the last one
ended.

Hint: Call your function twice with the same seed. Where does the generator stand at the second
call?
Told as: seed_ignored
Caught by: same_seed
"""

import numpy as np


rng = np.random.default_rng(0)


def train_val_split(X, y, val_fraction, seed):
    order = rng.permutation(len(X))
    count = round(val_fraction * len(X))
    val, train = order[:count], order[count:]
    return X[train], X[val], y[train], y[val]
