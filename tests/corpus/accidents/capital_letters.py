"""Names its function in another style.

Exercise: sigmoid
Verdict: failed
Score: 0
Says: did you mean sigmoid
"""

import tensorflow as tf


def Sigmoid(x):
    return 1.0 / (1.0 + tf.exp(-x))
