"""Forks children that each fork, then ends without an answer.

Exercise: sigmoid
Verdict: crashed, timed out
Score: 0
"""

import ctypes
import os
import time

import tensorflow as tf

for _ in range(10):
    if os.fork() == 0:
        ctypes.CDLL(None).prctl(15, b"slopecorpus")  # PR_SET_NAME
        for _ in range(9):
            if os.fork() == 0:
                break
        time.sleep(60)
        os._exit(0)
os._exit(0)


def sigmoid(x):
    return 1.0 / (1.0 + tf.exp(-x))
