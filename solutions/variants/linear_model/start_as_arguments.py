"""Right, and unusual: the start values are arguments, and the call is another name."""

import tensorflow as tf


class LinearModel:
    def __init__(self, slope=5.0, intercept=0.0, verbose=True):
        self.W = tf.Variable(slope)
        self.b = tf.Variable(intercept)
        self.verbose = verbose

    def predict(self, inputs, training=False):
        if self.verbose:
            print(f"W = {self.W.numpy():.4f}, b = {self.b.numpy():.4f}")
        return self.W * inputs + self.b

    __call__ = predict
