"""One epoch is left out, as where the count starts at 1 or ends one too early.

Hint: How many numbers are in `range(1, 3)`? How many updates should `epochs=1` bring?
Caught by: one_entry_an_epoch
"""

import tensorflow as tf


def train_linear(model, inputs, targets, epochs, learning_rate):
    """Train a line and return the history."""
    history = {"W": [], "b": [], "loss": []}
    for _ in range(1, epochs):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(targets - model(inputs)))
        dW, db = tape.gradient(loss, [model.W, model.b])
        history["W"].append(model.W.numpy())
        history["b"].append(model.b.numpy())
        history["loss"].append(loss.numpy())
        model.W.assign_sub(learning_rate * dW)
        model.b.assign_sub(learning_rate * db)
    return history
