"""Forgets to import TensorFlow.

Exercise: mse
Verdict: error
Score: 0
Says: NameError: name 'tf' is not defined
"""

def mean_squared_error(y_true, y_pred):
    return tf.reduce_mean(tf.square(y_true - y_pred))
