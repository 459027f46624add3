"""The probabilities themselves are compared with the labels.

Hint: Is a probability of 0.9 ever equal to the label 1? Which label does it predict?
Caught by: one_on_own_predictions
"""

import tensorflow as tf


def accuracy(y_true, y_pred):
    return tf.reduce_mean(tf.cast(y_pred == y_true, tf.float32))
