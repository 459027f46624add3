"""A lambda bound to the name."""

import tensorflow as tf

sigmoid = lambda x: tf.math.reciprocal(1 + tf.exp(-x))  # noqa: E731
