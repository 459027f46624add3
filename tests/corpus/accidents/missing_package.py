"""Imports a package that is not there.

Exercise: mse
Verdict: error
Score: 0
Says: ModuleNotFoundError
"""

import torch_lightning_extras
import tensorflow as tf


def mean_squared_error(y_true, y_pred):
    return tf.reduce_mean(tf.square(y_true - y_pred))
