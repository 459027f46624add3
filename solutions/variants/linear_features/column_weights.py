"""Right, and unusual: W is a column, and so are the targets, before anything is subtracted."""

import tensorflow as tf


def train_linear(X, y, epochs, learning_rate):
    targets = tf.reshape(y, (-1, 1))
    W = tf.Variable(tf.zeros((X.shape[1], 1)))
    b = tf.Variable(tf.zeros((1,)))
    losses = []
    for _ in range(epochs):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean((tf.matmul(X, W) + b - targets) ** 2)
        dW, db = tape.gradient(loss, [W, b])
        losses.append(float(loss))
        W.assign(W - learning_rate * dW)
        b.assign(b - learning_rate * db)
    return W, b, losses
