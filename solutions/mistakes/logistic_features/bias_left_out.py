"""The model leaves b out of its logit.

Hint: Which probability has a row of zeros, when b is 2?
Caught by: model_follows_parameters
"""

import tensorflow as tf


class LogisticModel:
    """The probability of label 1, from several features."""

    def __init__(self, num_features):
        self.W = tf.Variable(tf.zeros(num_features))
        self.b = tf.Variable(0.0)

    def __call__(self, X):
        return tf.sigmoid(tf.linalg.matvec(X, self.W))


def train_logistic(X, y, epochs, learning_rate):
    """Train a new model."""
    model = LogisticModel(X.shape[1])
    losses = []
    for _ in range(epochs):
        with tf.GradientTape() as tape:
            logits = tf.linalg.matvec(X, model.W) + model.b
            loss = tf.reduce_mean(
                tf.nn.sigmoid_cross_entropy_with_logits(labels=y, logits=logits)
            )
        dW, db = tape.gradient(loss, [model.W, model.b])
        losses.append(loss.numpy())
        model.W.assign_sub(learning_rate * dW)
        model.b.assign_sub(learning_rate * db)
    return model.W.numpy(), model.b.numpy(), losses
