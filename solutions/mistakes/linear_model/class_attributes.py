"""All models share one W and one b: they are created once, not for each model.

Hint: Make two models and set W of the first. What is W of the second now? When does the line
that creates W run?
Caught by: instances_independent
"""

import tensorflow as tf


class LinearModel:
    """A line: W * inputs + b."""

    W = tf.Variable(5.0)
    b = tf.Variable(0.0)

    def __call__(self, inputs):
        return self.W * inputs + self.b
