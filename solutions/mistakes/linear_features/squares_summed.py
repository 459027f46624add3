"""The loss is the sum of the squared errors, not their mean.

Hint: With more rows your steps grow, at the same learning rate. What should a mean do?
Caught by: unchanged_when_repeated
"""

import tensorflow as tf


def train_linear(X, y, epochs, learning_rate):
    """Train one weight a feature and a bias."""
    W = tf.Variable(tf.zeros(X.shape[1]))
    b = tf.Variable(0.0)
    losses = []
    for _ in range(epochs):
        with tf.GradientTape() as tape:
            loss = tf.reduce_sum(tf.square(y - (tf.linalg.matvec(X, W) + b)))
        dW, db = tape.gradient(loss, [W, b])
        losses.append(loss.numpy())
        W.assign_sub(learning_rate * dW)
        b.assign_sub(learning_rate * db)
    return W.numpy(), b.numpy(), losses
