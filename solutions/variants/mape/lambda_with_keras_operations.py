"""A lambda, made of Keras's elementwise operations."""

from keras import ops

mean_absolute_percentage_error = lambda t, p: 100.0 * ops.mean(ops.absolute((t - p) / t))
