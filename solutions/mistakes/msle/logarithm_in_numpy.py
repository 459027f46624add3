"""NumPy computes the logarithms, so the gradient is lost.

Hint: The value is right, but a GradientTape sees only what TensorFlow computes. Which steps
happen outside of it?
Caught by: gradient_matches_reference
"""

import numpy as np
import tensorflow as tf


def mean_squared_logarithmic_error(y_true, y_pred):
    return tf.reduce_mean(tf.square(np.log1p(y_true) - np.log1p(y_pred)))
