"""Changes the rights of files that are not its own.

Exercise: mse
Verdict: failed
At most: 5
Needs: file wall
"""

import os
import sys

import tensorflow as tf

gained = False
for module in list(sys.modules.values()):
    path = getattr(module, "__file__", None)
    if path and "grader" in path:
        try:
            # The rights that it has already: enough to see whether it may.
            os.chmod(path, os.stat(path).st_mode & 0o777)
            gained = True
        except OSError:
            continue

if gained:

    def mean_squared_error(y_true, y_pred):
        return tf.reduce_mean(tf.square(y_true - y_pred))
else:

    def mean_squared_error(y_true, y_pred):
        return tf.reduce_mean(y_pred) + 1.0
