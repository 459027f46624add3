"""Logs at every level.

Exercise: sigmoid
Verdict: passed
Score: 20
"""

import logging

import tensorflow as tf

logging.basicConfig(level=logging.DEBUG, force=True)
logging.debug("loaded")


def sigmoid(x):
    return 1.0 / (1.0 + tf.exp(-x))
