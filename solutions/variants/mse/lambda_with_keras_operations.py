"""Right, and unusual: a lambda, made of Keras's elementwise operations."""

import keras

mean_squared_error = lambda y_true, y_pred: keras.ops.mean(keras.ops.square(y_true - y_pred))
