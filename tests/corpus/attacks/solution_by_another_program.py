"""Has a child process, another program, read the reference for it.

Exercise: mse
Verdict: failed
At most: 5
Needs: file wall
"""

import subprocess
import sys
from pathlib import Path

import tensorflow as tf


def places():
    for module in ("grader.worker", "grader"):
        for folder in Path(sys.modules[module].__file__).parents:
            yield Told(folder / "solutions" / "linear_regression" / "mse.py")


class Told:
    def __init__(self, path):
        self.path = path

    def read_text(self):
        return subprocess.run(["cat", self.path], capture_output=True, text=True).stdout


found = None
for place in places():
    try:
        text = place.read_text()
    except (OSError, UnicodeDecodeError):
        continue
    if "def mean_squared_error" in text:
        found = text
        break


def mean_squared_error(y_true, y_pred):
    return tf.reduce_mean(y_pred) + 1.0


if found:
    exec(found)
