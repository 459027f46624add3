"""A lambda, made of Keras's operations."""

from keras import ops

categorical_cross_entropy = lambda t, p: -ops.sum(t * ops.log(ops.clip(p, 1e-7, 1))) / t.shape[0]
