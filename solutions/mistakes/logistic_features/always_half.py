"""The model gives 1/2 whatever W and b are: only training was written.

Hint: What does your model say when W is not 0?
Caught by: model_follows_parameters
"""

import tensorflow as tf


class LogisticModel:
    """The probability of label 1, from several features."""

    def __init__(self, num_features):
        self.W = tf.Variable(tf.zeros(num_features))
        self.b = tf.Variable(0.0)

    def __call__(self, X):
        return tf.fill([X.shape[0]], 0.5)


def train_logistic(X, y, epochs, learning_rate):
    """Train a new model."""
    W, b = tf.zeros(X.shape[1]), 0.0
    losses = []
    for _ in range(epochs):
        p = tf.clip_by_value(tf.sigmoid(tf.linalg.matvec(X, W) + b), 1e-7, 1 - 1e-7)
        loss = -tf.reduce_mean(y * tf.math.log(p) + (1 - y) * tf.math.log(1 - p))
        losses.append(loss.numpy())
        W = W - learning_rate * tf.reduce_mean((p - y)[:, tf.newaxis] * X, axis=0)
        b = b - learning_rate * tf.reduce_mean(p - y)
    return W, b, losses
