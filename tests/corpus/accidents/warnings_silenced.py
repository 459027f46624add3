"""Silences warnings and TensorFlow.

Exercise: sigmoid
Verdict: passed
Score: 20
"""

import os
import warnings

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
warnings.filterwarnings("ignore")
import tensorflow as tf

tf.get_logger().setLevel("ERROR")


def sigmoid(x):
    return 1.0 / (1.0 + tf.exp(-x))
