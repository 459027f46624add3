"""Only W is trained, b stays 0.

Hint: What does your trained model predict where all features are 0?
Caught by: converges
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
        W.assign_sub(learning_rate * dW)
    return W.numpy(), b.numpy(), losses
