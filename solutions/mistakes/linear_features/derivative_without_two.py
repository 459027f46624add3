"""The gradient is written by hand, and lacks the 2 of the square's derivative.

Hint: Redo the first update of the example by hand: what is the derivative of a square?
Caught by: worked_example
"""

import tensorflow as tf


def train_linear(X, y, epochs, learning_rate):
    """Train one weight a feature and a bias."""
    W = tf.Variable(tf.zeros(X.shape[1]))
    b = tf.Variable(0.0)
    losses = []
    for _ in range(epochs):
        errors = tf.linalg.matvec(X, W) + b - y
        losses.append(tf.reduce_mean(tf.square(errors)).numpy())
        W.assign_sub(learning_rate * tf.linalg.matvec(X, errors, transpose_a=True) / len(y))
        b.assign_sub(learning_rate * tf.reduce_mean(errors))
    return W.numpy(), b.numpy(), losses
