"""Turns warnings into errors.

Exercise: accuracy
Verdict: passed
Score: 15
"""

import warnings

import tensorflow as tf

warnings.simplefilter("error")


def accuracy(y_true, y_pred):
    hits = tf.equal(y_pred > 0.5, y_true > 0.5)
    return tf.reduce_mean(tf.cast(hits, tf.float32))
