"""Fills the disk with files that are each just allowed.

Exercise: sigmoid
Verdict: failed
At most: 8
"""

import tensorflow as tf

for number in range(20):
    with open(f"junk-{number}", "wb") as file:
        file.write(bytes(8 * 1024 * 1024))


def sigmoid(x):
    return 0.5 + x / 100.0
