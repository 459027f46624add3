"""NumPy computes the exponential, so the gradient is lost.

Hint: The values are right, but what is type(sigmoid(x))? A GradientTape sees only what
TensorFlow computes.
Caught by: gradient_matches_reference
"""

import numpy as np
import tensorflow as tf


def sigmoid(x):
    return 1 / (1 + np.exp(-x))
