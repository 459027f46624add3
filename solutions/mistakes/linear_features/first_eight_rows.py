"""Only the first eight rows are learned from.

Hint: What do the rows after the eighth change in your loss?
Caught by: every_row
"""

import tensorflow as tf


def train_linear(X, y, epochs, learning_rate):
    """Train one weight a feature and a bias."""
    X, y = X[:8], y[:8]
    W = tf.Variable(tf.zeros(X.shape[1]))
    b = tf.Variable(0.0)
    losses = []
    for _ in range(epochs):
        with tf.GradientTape() as tape:
            # matvec keeps predictions at (n,), the shape of y.
            predictions = tf.linalg.matvec(X, W) + b
            loss = tf.reduce_mean(tf.square(y - predictions))
        dW, db = tape.gradient(loss, [W, b])
        losses.append(loss.numpy())
        W.assign_sub(learning_rate * dW)
        b.assign_sub(learning_rate * db)
    return W.numpy(), b.numpy(), losses
