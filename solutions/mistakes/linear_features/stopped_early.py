"""Training stops by itself where the loss is small.

Hint: Which loss has the last epoch, if your loop ends before it?
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
        if loss < 1e-4:
            break
        W.assign_sub(learning_rate * dW)
        b.assign_sub(learning_rate * db)
    return W.numpy(), b.numpy(), losses
