"""Everything is recorded after the update, so the start is missing from the history.

Hint: Which W should stand in entry 0: the one you start from, or the one after a step?
Caught by: recorded_before_update
"""

import tensorflow as tf


def train_linear(model, inputs, targets, epochs, learning_rate):
    """Train a line and return the history."""
    history = {"W": [], "b": [], "loss": []}
    for _ in range(epochs):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(targets - model(inputs)))
        dW, db = tape.gradient(loss, [model.W, model.b])
        model.W.assign_sub(learning_rate * dW)
        model.b.assign_sub(learning_rate * db)
        history["W"].append(model.W.numpy())
        history["b"].append(model.b.numpy())
        history["loss"].append(tf.reduce_mean(tf.square(targets - model(inputs))).numpy())
    return history
