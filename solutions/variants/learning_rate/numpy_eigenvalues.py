"""Right, and unusual: NumPy's eigenvalues of the design matrix with itself."""

import numpy as np


def largest_stable_learning_rate(inputs):
    A = np.stack([np.array(inputs, float), np.ones(len(inputs))], axis=1)
    return 2.0 / np.linalg.eigvals(2 / len(A) * A.T @ A).real.max()
