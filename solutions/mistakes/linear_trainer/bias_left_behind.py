"""Only W is trained, b stays where it was.

Hint: Plot the trained line over the points. It can turn, but what can it not do?
Caught by: converges
"""

import tensorflow as tf


def train_linear(model, inputs, targets, epochs, learning_rate):
    """Train a line and return the history."""
    history = {"W": [], "b": [], "loss": []}
    for _ in range(epochs):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(targets - model(inputs)))
        dW = tape.gradient(loss, model.W)
        history["W"].append(model.W.numpy())
        history["b"].append(model.b.numpy())
        history["loss"].append(loss.numpy())
        model.W.assign_sub(learning_rate * dW)
    return history
