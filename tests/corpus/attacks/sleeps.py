"""Sleeps for a minute.

Exercise: accuracy
Verdict: timed out
Score: 0
"""

import time

import tensorflow as tf

time.sleep(60)


def accuracy(y_true, y_pred):
    hits = tf.equal(y_pred > 0.5, y_true > 0.5)
    return tf.reduce_mean(tf.cast(hits, tf.float32))
