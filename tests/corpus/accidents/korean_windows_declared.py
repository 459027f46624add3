# -*- coding: cp949 -*-
"""Was saved as cp949 and says so in its first line.

Exercise: sigmoid
Verdict: passed
Score: 20
"""

# 시그모이드
import tensorflow as tf


def sigmoid(x):
    return 1.0 / (1.0 + tf.exp(-x))
