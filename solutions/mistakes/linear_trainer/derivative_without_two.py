"""The gradient is written by hand, and lacks the 2 of the square's derivative.

Hint: Training still gets there, at half the pace. Redo the first update of the example by
    hand: what is the derivative of a square?
Caught by: worked_example
"""

import tensorflow as tf


def train_linear(model, inputs, targets, epochs, learning_rate):
    """Train a line and return the history."""
    history = {"W": [], "b": [], "loss": []}
    for _ in range(epochs):
        errors = model(inputs) - targets
        history["W"].append(model.W.numpy())
        history["b"].append(model.b.numpy())
        history["loss"].append(tf.reduce_mean(tf.square(errors)).numpy())
        model.W.assign_sub(learning_rate * tf.reduce_mean(errors * inputs))
        model.b.assign_sub(learning_rate * tf.reduce_mean(errors))
    return history
