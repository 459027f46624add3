"""Only the loss of the last epoch is returned, not the list of them all.

Hint: What would you need to draw how the loss fell?
Caught by: returns_three
"""

import tensorflow as tf


def train_linear(X, y, epochs, learning_rate):
    """Train one weight a feature and a bias."""
    W = tf.Variable(tf.zeros(X.shape[1]))
    b = tf.Variable(0.0)
    for _ in range(epochs):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(y - (tf.linalg.matvec(X, W) + b)))
        dW, db = tape.gradient(loss, [W, b])
        W.assign_sub(learning_rate * dW)
        b.assign_sub(learning_rate * db)
    return W.numpy(), b.numpy(), loss.numpy()
