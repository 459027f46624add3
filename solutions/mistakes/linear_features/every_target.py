"""Predictions of shape (n, 1) meet targets of shape (n,), and every one is compared with all.

Hint: Print the shape of `y - predictions` for three rows. Is it (3,) or (3, 3)?
Caught by: own_targets
"""

import tensorflow as tf


def train_linear(X, y, epochs, learning_rate):
    """Train one weight a feature and a bias."""
    W = tf.Variable(tf.zeros((X.shape[1], 1)))
    b = tf.Variable(0.0)
    losses = []
    for _ in range(epochs):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(y - (X @ W + b)))
        dW, db = tape.gradient(loss, [W, b])
        losses.append(loss.numpy())
        W.assign_sub(learning_rate * dW)
        b.assign_sub(learning_rate * db)
    return W, b, losses
