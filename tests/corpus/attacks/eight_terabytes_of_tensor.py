"""Broadcasts a tensor to eight terabytes.

Exercise: sigmoid
Verdict: out of memory, error
Score: 0
"""

import tensorflow as tf


def sigmoid(x):
    return tf.broadcast_to(tf.reduce_mean(x), [2**20, 2**21])
