"""Makes the worker find nothing forbidden in a file with a ready-made loss.

Exercise: mse
Verdict: forbidden
Score: 0
"""

import tensorflow as tf

from grader.worker import scan, serve

serve.scan = scan.scan = lambda *a: None


def mean_squared_error(y_true, y_pred):
    return tf.keras.losses.MSE(y_true, y_pred)
