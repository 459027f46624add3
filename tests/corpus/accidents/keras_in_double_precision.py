"""Makes double precision the default of Keras.

Exercise: sigmoid
Verdict: passed
Score: 20
"""

import tensorflow as tf

tf.keras.backend.set_floatx("float64")


def sigmoid(x):
    return 1.0 / (1.0 + tf.exp(-x))
