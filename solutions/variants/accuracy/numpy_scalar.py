"""Computed by NumPy, and returns a NumPy scalar."""

import numpy as np


def accuracy(y_true, y_pred):
    labels = np.asarray(y_pred) > 0.5
    return np.mean(labels == np.asarray(y_true))
