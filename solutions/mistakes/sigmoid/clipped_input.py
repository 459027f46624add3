"""The input is clipped to a narrow range.

Hint: Compare your results for x = 6 and x = 9. How much can a model learn where the curve is
flat?
Caught by: matches_reference
"""

import tensorflow as tf


def sigmoid(x):
    x = tf.clip_by_value(x, -5.0, 5.0)  # keep exp small
    return 1 / (1 + tf.exp(-x))
