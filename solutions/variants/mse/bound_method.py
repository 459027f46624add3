"""Right, and unusual: the name is bound to a method of an object."""

import tensorflow as tf


class Loss:
    def __init__(self, power):
        self.power = power

    def compute(self, y_true, y_pred):
        return tf.reduce_mean(tf.pow(y_true - y_pred, self.power))


mean_squared_error = Loss(power=2).compute
