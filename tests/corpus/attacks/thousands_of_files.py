"""Fills its folder with files.

Exercise: mse
Verdict: failed
At most: 5
"""

import tensorflow as tf

for number in range(5000):
    with open(f"junk-{number}", "w") as file:
        file.write("junk")


def mean_squared_error(y_true, y_pred):
    return tf.reduce_mean(y_pred) + 1.0
