"""The learning rate gets smaller with every epoch.

Hint: Print the size of your steps. Which ones does the docstring ask to have the same rate?
Caught by: trajectory
"""

import tensorflow as tf


def train_linear(model, inputs, targets, epochs, learning_rate):
    """Train a line and return the history."""
    history = {"W": [], "b": [], "loss": []}
    for epoch in range(epochs):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(targets - model(inputs)))
        dW, db = tape.gradient(loss, [model.W, model.b])
        history["W"].append(model.W.numpy())
        history["b"].append(model.b.numpy())
        history["loss"].append(loss.numpy())
        rate = learning_rate / (epoch + 1)
        model.W.assign_sub(rate * dW)
        model.b.assign_sub(rate * db)
    return history
