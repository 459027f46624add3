"""The largest entry is subtracted, so every entry depends on the others.

Hint: Call it with [0.0], and then with [0.0, 5.0]. Should the first result change?
Caught by: elementwise
"""

import tensorflow as tf


def sigmoid(x):
    e = tf.exp(x - tf.reduce_max(x))  # no overflow
    return e / (1 + e)
