"""The differences within a row overflow in the exponential, and with them the gradient.

Hint: The values are right, since 1 / inf is 0. But the gradient multiplies that 0 by inf. Which
exponents never rise above 0?
Caught by: gradient_finite_far_out
"""

import tensorflow as tf


def softmax(logits):
    differences = logits[:, tf.newaxis, :] - logits[:, :, tf.newaxis]
    return 1 / tf.reduce_sum(tf.exp(differences), axis=-1)
