"""The loop ends one example too early.

Hint: Move the last pair to the front: the result changes. Which examples does your loop visit?
Caught by: unchanged_by_order
"""

import tensorflow as tf


def accuracy(y_true, y_pred):
    hits = 0
    for i in range(len(y_true) - 1):
        label = 1.0 if y_pred[i] > 0.5 else 0.0
        if label == y_true[i]:
            hits += 1
    return tf.constant(hits / len(y_true), tf.float32)
