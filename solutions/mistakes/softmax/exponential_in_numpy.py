"""NumPy computes the exponentials, so the gradient is lost.

Hint: The values are right, but a GradientTape sees only what TensorFlow computes. Which step
happens outside of it?
Caught by: gradient_matches_reference
"""

import numpy as np
import tensorflow as tf


def softmax(logits):
    e = np.exp(logits - tf.reduce_max(logits, axis=-1, keepdims=True))
    return tf.constant(e / np.sum(e, axis=-1, keepdims=True))
