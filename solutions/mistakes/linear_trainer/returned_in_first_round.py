"""The return stands inside the loop, so training ends after one epoch.

Hint: How far is your `return` indented, and how often can a function return?
Caught by: one_entry_an_epoch
"""

import tensorflow as tf


def train_linear(model, inputs, targets, epochs, learning_rate):
    """Train a line and return the history."""
    history = {"W": [], "b": [], "loss": []}
    for _ in range(epochs):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(targets - model(inputs)))
        dW, db = tape.gradient(loss, [model.W, model.b])
        history["W"].append(model.W.numpy())
        history["b"].append(model.b.numpy())
        history["loss"].append(loss.numpy())
        model.W.assign_sub(learning_rate * dW)
        model.b.assign_sub(learning_rate * db)
        return history
