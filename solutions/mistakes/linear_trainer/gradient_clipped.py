"""The gradient is clipped, so a large error moves the line no faster than a small one.

Hint: Which line of your code is not in the formula, and what does it do to large gradients?
Caught by: diverges
"""

import tensorflow as tf


def train_linear(model, inputs, targets, epochs, learning_rate):
    """Train a line and return the history."""
    history = {"W": [], "b": [], "loss": []}
    for _ in range(epochs):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(targets - model(inputs)))
        dW, db = tape.gradient(loss, [model.W, model.b])
        dW = tf.clip_by_value(dW, -1.0, 1.0)
        db = tf.clip_by_value(db, -1.0, 1.0)
        history["W"].append(model.W.numpy())
        history["b"].append(model.b.numpy())
        history["loss"].append(loss.numpy())
        model.W.assign_sub(learning_rate * dW)
        model.b.assign_sub(learning_rate * db)
    return history
