"""Right, and unusual: a data class makes the variables, for each instance its own."""

from dataclasses import dataclass, field

import tensorflow as tf


@dataclass
class LinearModel:
    W: tf.Variable = field(default_factory=lambda: tf.Variable(5.0))
    b: tf.Variable = field(default_factory=lambda: tf.Variable(0.0))

    def __call__(self, inputs):
        return self.W * inputs + self.b
