"""Every epoch makes an update for each row, not one for all rows.

Hint: How many updates does your code make in one epoch on four rows?
Caught by: worked_example
"""

import tensorflow as tf


def train_linear(X, y, epochs, learning_rate):
    """Train one weight a feature and a bias."""
    W = tf.Variable(tf.zeros(X.shape[1]))
    b = tf.Variable(0.0)
    losses = []
    for _ in range(epochs):
        predictions = tf.linalg.matvec(X, W) + b
        losses.append(tf.reduce_mean(tf.square(y - predictions)).numpy())
        for row, target in zip(X, y):
            with tf.GradientTape() as tape:
                loss = tf.square(target - (tf.tensordot(row, W, 1) + b))
            dW, db = tape.gradient(loss, [W, b])
            W.assign_sub(learning_rate * dW)
            b.assign_sub(learning_rate * db)
    return W.numpy(), b.numpy(), losses
