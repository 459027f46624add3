"""Copies of W and b are trained, and the model keeps its old values.

Hint: The history looks right. Print `model.W` after training: what has the model learned?
Caught by: model_trained
"""

import tensorflow as tf


def train_linear(model, inputs, targets, epochs, learning_rate):
    """Train a line and return the history."""
    W = tf.Variable(model.W)
    b = tf.Variable(model.b)
    history = {"W": [], "b": [], "loss": []}
    for _ in range(epochs):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(targets - (W * inputs + b)))
        dW, db = tape.gradient(loss, [W, b])
        history["W"].append(W.numpy())
        history["b"].append(b.numpy())
        history["loss"].append(loss.numpy())
        W.assign_sub(learning_rate * dW)
        b.assign_sub(learning_rate * db)
    return history
