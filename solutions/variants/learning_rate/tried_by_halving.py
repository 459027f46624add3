"""Right, and unusual: training itself is tried, with a rate that is closed in from both sides."""

import numpy as np


def still_grows(A, rate):
    parameters = np.array([[1.0, 1.0], [1.0, -1.0]])
    for _ in range(100):
        errors = parameters @ A.T
        parameters = parameters - rate * 2 / len(A) * errors @ A
    return ((parameters @ A.T) ** 2).sum() > (errors**2).sum()


def largest_stable_learning_rate(inputs):
    x = np.asarray(inputs, dtype=np.float64)
    A = np.stack([x, np.ones_like(x)], axis=1)
    # The largest eigenvalue is at most the sum of both, and at least half of it.
    low = 1 / (np.mean(x**2) + 1)
    high = 2 * low
    for _ in range(9):
        middle = (low + high) / 2
        low, high = (low, middle) if still_grows(A, middle) else (middle, high)
    return np.float32((low + high) / 2)
