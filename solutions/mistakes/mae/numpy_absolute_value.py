"""NumPy computes the absolute values, so the gradient is lost.

Hint: The value is right, but a GradientTape sees only what TensorFlow computes. Which step
happens outside of it?
Caught by: gradient_matches_reference
"""

import numpy as np
import tensorflow as tf


def mean_absolute_error(y_true, y_pred):
    return tf.reduce_mean(np.abs(y_true - y_pred))
