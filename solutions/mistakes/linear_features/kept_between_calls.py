"""W and b are made once for all calls, so the second training goes on where the first ended.

Hint: Train twice on the same data. Why does the second list of losses begin lower?
Caught by: starts_anew
"""

import tensorflow as tf

weights = {}
b = tf.Variable(0.0)


def train_linear(X, y, epochs, learning_rate):
    """Train one weight a feature and a bias."""
    W = weights.setdefault(X.shape[1], tf.Variable(tf.zeros(X.shape[1])))
    losses = []
    for _ in range(epochs):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(y - (tf.linalg.matvec(X, W) + b)))
        dW, db = tape.gradient(loss, [W, b])
        losses.append(loss.numpy())
        W.assign_sub(learning_rate * dW)
        b.assign_sub(learning_rate * db)
    return W.numpy(), b.numpy(), losses
