"""Aborts, as a failed assertion in C does.

Exercise: accuracy
Verdict: crashed
Score: 0
"""

import os

import tensorflow as tf

os.abort()


def accuracy(y_true, y_pred):
    hits = tf.equal(y_pred > 0.5, y_true > 0.5)
    return tf.reduce_mean(tf.cast(hits, tf.float32))
