"""Sets an alarm that ends its process a moment later.

Exercise: sigmoid
Verdict: crashed
Score: 0
"""

import signal
import time

import tensorflow as tf

signal.signal(signal.SIGALRM, signal.SIG_DFL)
signal.setitimer(signal.ITIMER_REAL, 0.05)
time.sleep(60)


def sigmoid(x):
    return 1.0 / (1.0 + tf.exp(-x))
