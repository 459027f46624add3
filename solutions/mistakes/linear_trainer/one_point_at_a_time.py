"""W and b are moved after every point, not once an epoch with all points.

Hint: How often do you update in one epoch? Full-batch descent looks at all points first.
Caught by: trajectory
"""

import tensorflow as tf


def train_linear(model, inputs, targets, epochs, learning_rate):
    """Train a line and return the history."""
    history = {"W": [], "b": [], "loss": []}
    for _ in range(epochs):
        history["W"].append(model.W.numpy())
        history["b"].append(model.b.numpy())
        history["loss"].append(tf.reduce_mean(tf.square(targets - model(inputs))).numpy())
        for x, y in zip(inputs, targets):
            with tf.GradientTape() as tape:
                loss = tf.square(y - model(x))
            dW, db = tape.gradient(loss, [model.W, model.b])
            model.W.assign_sub(learning_rate * dW)
            model.b.assign_sub(learning_rate * db)
    return history
