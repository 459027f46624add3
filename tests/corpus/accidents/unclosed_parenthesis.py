"""Leaves a parenthesis open.

Exercise: accuracy
Verdict: error
Score: 0
Says: was never closed
"""

import tensorflow as tf


def accuracy(y_true, y_pred):
    hits = tf.equal(y_pred > 0.5, y_true > 0.5
    return tf.reduce_mean(tf.cast(hits, tf.float32))
