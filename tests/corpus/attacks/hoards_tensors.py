"""Takes memory by tensors, in the call.

Exercise: accuracy
Verdict: out of memory
Score: 0
"""

import tensorflow as tf


def accuracy(y_true, y_pred):
    hoard = [tf.ones([100_000_000]) for _ in range(40)]
    hits = tf.equal(y_pred > 0.5, y_true > 0.5)
    return tf.reduce_mean(tf.cast(hits, tf.float32))
