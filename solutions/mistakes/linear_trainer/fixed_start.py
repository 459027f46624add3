"""W and b are set back to 5 and 0 before training starts.

Hint: Hand in a model that is half trained already. What becomes of what it has learned?
Caught by: starts_from_model
"""

import tensorflow as tf


def train_linear(model, inputs, targets, epochs, learning_rate):
    """Train a line and return the history."""
    model.W.assign(5.0)
    model.b.assign(0.0)
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
