"""W is moved first, and the gradient of b is taken at the new W.

Hint: Training still gets there, which hides the slip. Where does the model stand when you
    compute the second gradient?
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
        for variable in (model.W, model.b):
            with tf.GradientTape() as tape:
                loss = tf.reduce_mean(tf.square(targets - model(inputs)))
            variable.assign_sub(learning_rate * tape.gradient(loss, variable))
    return history
