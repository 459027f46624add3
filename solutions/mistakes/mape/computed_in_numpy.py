"""NumPy computes the loss, so the gradient is lost.

Hint: The value is right, but a GradientTape sees only what TensorFlow computes. What do
`.numpy()` and np.abs leave for it?
Caught by: gradient_matches_reference
"""

import numpy as np
import tensorflow as tf


def mean_absolute_percentage_error(y_true, y_pred):
    fractions = np.abs((np.array(y_true) - np.array(y_pred)) / np.array(y_true))
    return tf.constant(100.0 * fractions.mean())
