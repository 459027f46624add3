"""The guard against log(0) is so small that float32 rounds it away.

Hint: What does float32 make of 1 - 1e-10? Look at the loss where a probability is exactly 1.
Caught by: log_of_zero
Told as: unguarded_logarithm
"""

import numpy as np
import tensorflow as tf

inputs = np.array([-5, -3, -1, 1, 3, 5])
outputs = np.array([0, 0, 0, 1, 1, 1])


def binary_cross_entropy(y_true, y_pred):
    """Return the mean cross-entropy of labels and probabilities."""
    y_pred = tf.clip_by_value(y_pred, 1e-10, 1 - 1e-10)
    return -tf.reduce_mean(y_true * tf.math.log(y_pred) + (1 - y_true) * tf.math.log(1 - y_pred))


class LogisticModel:
    """The probability of label 1, with one weight."""

    def __init__(self):
        self.W = tf.Variable(-0.01)

    def __call__(self, inputs):
        return tf.sigmoid(self.W * inputs)


def train_step(model, inputs, outputs, learning_rate):
    """Take one step of gradient descent on model.W, in place."""
    with tf.GradientTape() as tape:
        loss = binary_cross_entropy(outputs, model(inputs))
    dW = tape.gradient(loss, model.W)
    model.W.assign_sub(learning_rate * dW)
    return loss


def train_logistic(inputs, outputs, epochs, learning_rate):
    """Train a new model and return the history of W and of the loss."""
    model = LogisticModel()
    history = {"W": [], "loss": []}
    for _ in range(epochs):
        history["W"].append(float(model.W.numpy()))
        loss = train_step(model, inputs, outputs, learning_rate)
        history["loss"].append(float(loss.numpy()))
    return history
