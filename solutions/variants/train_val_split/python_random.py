"""Right, and unusual: Python's own generator shuffles pairs of rows and labels."""

import random

import numpy as np


def train_val_split(X, y, val_fraction, seed):
    pairs = list(zip(X, y))
    random.Random(seed).shuffle(pairs)
    count = round(len(pairs) * val_fraction)
    (X_val, y_val), (X_train, y_train) = zip(*pairs[:count]), zip(*pairs[count:])
    return np.array(X_train), np.array(X_val), np.array(y_train), np.array(y_val)
