"""Copies from whoever's submission it can find.

Exercise: mse
Verdict: failed
At most: 5
Needs: file wall
"""

from pathlib import Path

import tensorflow as tf


def places():
    homes = [Path("/home"), Path("/root"), Path("/tmp"), Path("/var"), *Path.cwd().parents]
    for home in homes:
        try:
            folders = [home, *home.iterdir()]
        except OSError:
            folders = [home]
        for folder in folders:
            yield folder / "linear_regression" / "mse.py"
            for number in range(1, 20):
                yield folder / f"student-{number:03}" / "linear_regression" / "mse.py"


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
