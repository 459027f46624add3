"""Every step also pulls the weights a little to 0, as weight decay does.

Hint: Which W has a gradient of 0 in your code? Is it that of the smallest loss?
Caught by: long_training
"""

import tensorflow as tf


def train_linear(X, y, epochs, learning_rate):
    """Train one weight a feature and a bias."""
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
        W.assign_sub(learning_rate * (dW + 1e-3 * W))
        b.assign_sub(learning_rate * db)
    return W.numpy(), b.numpy(), losses
