"""The first class is left out, so its rows cost nothing.

Hint: Renumber the classes, and your loss changes. Which column comes first: 0 or 1?
Caught by: unchanged_when_renumbered
"""

import tensorflow as tf


def categorical_cross_entropy(y_true, y_pred):
    loss = 0.0
    for j in range(1, y_true.shape[1]):
        loss -= tf.reduce_mean(y_true[:, j] * tf.math.log(y_pred[:, j] + 1e-7))
    return loss
