"""The attributes of the model have other names than W and b.

Hint: Which names has the contract for the weights and the bias? Python minds capitals.
Caught by: has_variables
"""

import tensorflow as tf


class LogisticModel:
    """The probability of label 1, from several features."""

    def __init__(self, num_features):
        self.w = tf.Variable(tf.zeros(num_features))
        self.bias = tf.Variable(0.0)

    def __call__(self, X):
        return tf.sigmoid(tf.linalg.matvec(X, self.w) + self.bias)


def train_logistic(X, y, epochs, learning_rate):
    """Train a new model."""
    model = LogisticModel(X.shape[1])
    losses = []
    for _ in range(epochs):
        with tf.GradientTape() as tape:
            logits = tf.linalg.matvec(X, model.w) + model.bias
            loss = tf.reduce_mean(
                tf.nn.sigmoid_cross_entropy_with_logits(labels=y, logits=logits)
            )
        dW, db = tape.gradient(loss, [model.w, model.bias])
        losses.append(loss.numpy())
        model.w.assign_sub(learning_rate * dW)
        model.bias.assign_sub(learning_rate * db)
    return model.w.numpy(), model.bias.numpy(), losses
