"""The learning rate is halved whenever the loss rises, which hides that it was too large.

Hint: With a learning rate that is too large, the loss should grow. What keeps it down here?
Caught by: diverges
"""

import tensorflow as tf


def train_linear(model, inputs, targets, epochs, learning_rate):
    """Train a line and return the history."""
    history = {"W": [], "b": [], "loss": []}
    for _ in range(epochs):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(targets - model(inputs)))
        if history["loss"] and loss > history["loss"][-1]:
            learning_rate = learning_rate / 2
        dW, db = tape.gradient(loss, [model.W, model.b])
        history["W"].append(model.W.numpy())
        history["b"].append(model.b.numpy())
        history["loss"].append(loss.numpy())
        model.W.assign_sub(learning_rate * dW)
        model.b.assign_sub(learning_rate * db)
    return history
