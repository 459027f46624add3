"""Right, and unusual: NumPy in double precision, and the gradient as a formula."""

import numpy as np


def train_linear(X, y, epochs, learning_rate):
    X, y = np.array(X, dtype=float), np.array(y, dtype=float)
    n, d = X.shape
    W, b = np.zeros(d), 0.0
    losses = np.empty(epochs)
    for epoch in range(epochs):
        errors = X @ W + b - y
        losses[epoch] = errors @ errors / n
        W, b = W - learning_rate * 2 / n * (X.T @ errors), b - learning_rate * 2 * errors.mean()
    return W, b, losses
