"""W and b move along the gradient, so the loss rises.

Hint: Print the loss of every epoch. Which way does the gradient point, and which way do you want to go?
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
        dW, db = tape.gradient(loss, [W, b])
        losses.append(loss.numpy())
        W.assign_add(learning_rate * dW)
        b.assign_add(learning_rate * db)
    return W.numpy(), b.numpy(), losses
