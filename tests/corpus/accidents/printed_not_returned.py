"""Prints its result.

Exercise: accuracy
Verdict: failed
Score: 0
Says: gives back None: is there a `return`?
"""

import tensorflow as tf


def accuracy(y_true, y_pred):
    hits = tf.equal(y_pred > 0.5, y_true > 0.5)
    print(tf.reduce_mean(tf.cast(hits, tf.float32)))
