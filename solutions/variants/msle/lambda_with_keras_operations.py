"""A lambda, made of Keras's elementwise operations."""

from keras import ops

mean_squared_logarithmic_error = lambda t, p: ops.mean(ops.square(ops.log1p(t) - ops.log1p(p)))
