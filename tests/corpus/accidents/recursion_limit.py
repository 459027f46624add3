"""Raises the limit of recursion.

Exercise: accuracy
Verdict: passed
Score: 15
"""

import sys

import tensorflow as tf

sys.setrecursionlimit(100_000)


def accuracy(y_true, y_pred):
    hits = tf.equal(y_pred > 0.5, y_true > 0.5)
    return tf.reduce_mean(tf.cast(hits, tf.float32))
