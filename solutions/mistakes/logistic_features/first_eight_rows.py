"""Only the first eight rows are learned from.

Hint: What do the rows after the eighth change in your loss?
Caught by: every_row
"""

import tensorflow as tf


class LogisticModel:
    """The probability of label 1, from several features."""

    def __init__(self, num_features):
        self.W = tf.Variable(tf.zeros(num_features))
        self.b = tf.Variable(0.0)

    def __call__(self, X):
        return tf.sigmoid(tf.linalg.matvec(X, self.W) + self.b)


def train_logistic(X, y, epochs, learning_rate):
    """Train a new model."""
    X, y = X[:8], y[:8]
    model = LogisticModel(X.shape[1])
    losses = []
    for _ in range(epochs):
        with tf.GradientTape() as tape:
            p = tf.clip_by_value(model(X), 1e-7, 1 - 1e-7)
            loss = -tf.reduce_mean(y * tf.math.log(p) + (1 - y) * tf.math.log(1 - p))
        dW, db = tape.gradient(loss, [model.W, model.b])
        losses.append(loss.numpy())
        model.W.assign_sub(learning_rate * dW)
        model.b.assign_sub(learning_rate * db)
    return model.W.numpy(), model.b.numpy(), losses
