"""W and b start at random values, not at 0.

Hint: Train twice on the same data. Do you get the same W, and should you?
Caught by: starts_at_zero
"""

import tensorflow as tf


def train_linear(X, y, epochs, learning_rate):
    """Train one weight a feature and a bias."""
    W = tf.Variable(tf.random.normal([X.shape[1]]))
    b = tf.Variable(tf.random.normal([]))
    losses = []
    for _ in range(epochs):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(y - (tf.linalg.matvec(X, W) + b)))
        dW, db = tape.gradient(loss, [W, b])
        losses.append(loss.numpy())
        W.assign_sub(learning_rate * dW)
        b.assign_sub(learning_rate * db)
    return W.numpy(), b.numpy(), losses
