"""Reads the environment of its parent, and of the grader.

Exercise: mse
Verdict: failed
At most: 5
Needs: file wall
"""

import os
from pathlib import Path

import tensorflow as tf

PARENT = os.getppid()
GRADER = int(Path(f"/proc/{PARENT}/stat").read_text().rpartition(")")[2].split()[1])
gained = False
for process in (PARENT, GRADER):
    try:
        gained = gained or bool(Path(f"/proc/{process}/environ").read_bytes())
    except OSError:
        continue

if gained:

    def mean_squared_error(y_true, y_pred):
        return tf.reduce_mean(tf.square(y_true - y_pred))
else:

    def mean_squared_error(y_true, y_pred):
        return tf.reduce_mean(y_pred) + 1.0
