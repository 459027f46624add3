"""The loss is computed again after the update, so that of the start is missing.

Hint: At W = 0 and b = 0 every prediction is 0. What is the loss there, and is it in your list?
Caught by: recorded_before_update
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
        W.assign_sub(learning_rate * dW)
        b.assign_sub(learning_rate * db)
        errors = y - (tf.linalg.matvec(X, W) + b)
        losses.append(tf.reduce_mean(tf.square(errors)).numpy())
    return W.numpy(), b.numpy(), losses
