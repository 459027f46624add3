"""Writes junk into every folder that it can list beside and above its own.

Exercise: mse
Verdict: failed
At most: 5
Needs: file wall
"""

import tempfile
from pathlib import Path

import tensorflow as tf

gained = False
here = Path.cwd()
for place in (Path(tempfile.gettempdir()).parent, *here.parents, Path("/tmp"), Path("/var/tmp")):
    try:
        folders = [place, *(each for each in place.iterdir() if each.is_dir())]
    except OSError:
        folders = [place]
    for folder in folders:
        if folder != here:
            try:
                (folder / "slopework-junk").write_text("junk")
                gained = True
            except OSError:
                continue

if gained:

    def mean_squared_error(y_true, y_pred):
        return tf.reduce_mean(tf.square(y_true - y_pred))
else:

    def mean_squared_error(y_true, y_pred):
        return tf.reduce_mean(y_pred) + 1.0
