"""The history holds the variables themselves, so every entry shows their last value.

Hint: How many different objects are in `history["W"]`? What does each show once training is
    over?
Caught by: trajectory
"""

import tensorflow as tf


def train_linear(model, inputs, targets, epochs, learning_rate):
    """Train a line and return the history."""
    history = {"W": [], "b": [], "loss": []}
    for _ in range(epochs):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(targets - model(inputs)))
        dW, db = tape.gradient(loss, [model.W, model.b])
        history["W"].append(model.W)
        history["b"].append(model.b)
        history["loss"].append(loss)
        model.W.assign_sub(learning_rate * dW)
        model.b.assign_sub(learning_rate * db)
    return history
