"""Right, and unusual: the weights have other names, and cannot be set from outside."""

import tensorflow as tf


class LogisticModel(tf.Module):
    def __init__(self, num_features):
        super().__init__()
        self._theta = tf.Variable(tf.zeros([num_features + 1]))

    def __call__(self, X):
        ones = tf.ones((X.shape[0], 1))
        return tf.nn.sigmoid(tf.linalg.matvec(tf.concat([X, ones], axis=1), self._theta))


def train_logistic(X, y, epochs, learning_rate):
    model = LogisticModel(X.shape[1])
    theta = model._theta
    losses = []
    for _ in range(epochs):
        with tf.GradientTape() as tape:
            p = model(X)
            loss = tf.reduce_mean(tf.where(y > 0.5, -tf.math.log(p), -tf.math.log(1.0 - p)))
        losses.append(loss.numpy())
        theta.assign_sub(learning_rate * tape.gradient(loss, theta))
    return theta[:-1], theta[-1], losses
