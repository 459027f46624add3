"""The distance to the label is averaged; no label is decided.

Hint: Change a probability from 0.8 to 0.9: your result changes. Does the predicted label?
Caught by: unchanged_within_threshold
"""

import tensorflow as tf


def accuracy(y_true, y_pred):
    return 1 - tf.reduce_mean(tf.abs(y_true - y_pred))
