"""Draws a bar with carriage returns.

Exercise: mse
Verdict: passed
Score: 20
"""

import sys

import tensorflow as tf


def mean_squared_error(y_true, y_pred):
    return tf.reduce_mean(tf.square(y_true - y_pred))

for step in range(1000):
    sys.stdout.write(f"\r{step / 10:.0f}% " + "#" * (step // 20))
