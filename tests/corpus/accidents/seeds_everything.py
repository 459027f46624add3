"""Seeds every generator, for the sake of repeatability.

Exercise: mse
Verdict: passed
Score: 20
"""

import random

import numpy as np
import tensorflow as tf

random.seed(0)
np.random.seed(0)
tf.random.set_seed(0)
tf.keras.utils.set_random_seed(0)


def mean_squared_error(y_true, y_pred):
    return tf.reduce_mean(tf.square(y_true - y_pred))
