"""The gradient is written by hand, and is that with respect to the logits.

Hint: p - y is what comes out behind the softmax. What is the derivative of -log(p) by p itself,
before the softmax adds its part?
Caught by: gradient_matches_differences
"""

import tensorflow as tf


@tf.custom_gradient
def categorical_cross_entropy(y_true, y_pred):
    p = tf.clip_by_value(y_pred, 1e-7, 1.0)
    logarithms = tf.math.log(p)

    def gradient(upstream):
        return -upstream * logarithms / len(p), upstream * (p - y_true) / len(p)

    return -tf.reduce_sum(y_true * logarithms) / len(p), gradient
