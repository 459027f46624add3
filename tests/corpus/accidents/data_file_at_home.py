"""Reads a file that stayed at home.

Exercise: accuracy
Verdict: error
Score: 0
Says: FileNotFoundError
"""

import tensorflow as tf
data = open(r"C:\Users\me\labels.csv").read()


def accuracy(y_true, y_pred):
    hits = tf.equal(y_pred > 0.5, y_true > 0.5)
    return tf.reduce_mean(tf.cast(hits, tf.float32))
