"""Right, and unusual: an epsilon of 1e-5 keeps the logarithms finite, and the sigmoid is written out."""

import tensorflow as tf


class LogisticModel:
    """The probability of label 1, from several features."""

    def __init__(self, num_features):
        self.W = tf.Variable(tf.zeros(num_features))
        self.b = tf.Variable(0.0)

    def __call__(self, X):
        return 1 / (1 + tf.exp(-(tf.linalg.matvec(X, self.W) + self.b)))


def train_logistic(X, y, epochs, learning_rate):
    """Train a new model."""
    model = LogisticModel(X.shape[1])
    losses = []
    for _ in range(epochs):
        with tf.GradientTape() as tape:
            p = model(X)
            loss = -tf.reduce_mean(y * tf.math.log(p + 1e-5) + (1 - y) * tf.math.log(1 - p + 1e-5))
        dW, db = tape.gradient(loss, [model.W, model.b])
        losses.append(loss.numpy())
        model.W.assign_sub(learning_rate * dW)
        model.b.assign_sub(learning_rate * db)
    return model.W.numpy(), model.b.numpy(), losses
