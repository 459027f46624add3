"""W moves first, and the gradient for b is taken at the new W.

Hint: Which W stands in the loss when you compute the gradient for b?
Caught by: parameters
"""

import tensorflow as tf


def train_linear(X, y, epochs, learning_rate):
    """Train one weight a feature and a bias."""
    W = tf.Variable(tf.zeros(X.shape[1]))
    b = tf.Variable(0.0)
    losses = []
    for _ in range(epochs):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(y - (tf.linalg.matvec(X, W) + b)))
        losses.append(loss.numpy())
        W.assign_sub(learning_rate * tape.gradient(loss, W))
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(y - (tf.linalg.matvec(X, W) + b)))
        b.assign_sub(learning_rate * tape.gradient(loss, b))
    return W.numpy(), b.numpy(), losses
