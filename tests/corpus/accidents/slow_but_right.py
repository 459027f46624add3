"""Takes its time.

Exercise: accuracy
Verdict: passed
Score: 15
"""

import time

import tensorflow as tf


def accuracy(y_true, y_pred):
    time.sleep(0.01)
    hits = tf.equal(y_pred > 0.5, y_true > 0.5)
    return tf.reduce_mean(tf.cast(hits, tf.float32))
