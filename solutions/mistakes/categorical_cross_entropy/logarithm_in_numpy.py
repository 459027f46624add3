"""NumPy computes the logarithms, so the gradient is lost.

Hint: The values are right, but a GradientTape sees only what TensorFlow computes. Which step
happens outside of it?
Caught by: gradient_matches_reference
"""

import numpy as np
import tensorflow as tf


def categorical_cross_entropy(y_true, y_pred):
    logarithms = np.log(np.maximum(y_pred, 1e-7))
    return -tf.reduce_mean(tf.reduce_sum(y_true * logarithms, axis=1))
