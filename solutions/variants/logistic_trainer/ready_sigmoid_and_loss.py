"""The library's sigmoid and the library's loss, which are welcome here."""

import numpy as np
import tensorflow as tf

inputs = np.array([-5, -3, -1, 1, 3, 5])
outputs = np.array([0, 0, 0, 1, 1, 1])

binary_cross_entropy = tf.keras.losses.binary_crossentropy


class LogisticModel:
    def __init__(self):
        self.W = tf.Variable(-0.01)

    def __call__(self, inputs):
        return tf.keras.activations.sigmoid(self.W * inputs)


def train_step(model, inputs, outputs, learning_rate):
    with tf.GradientTape() as tape:
        y_pred = model(inputs)
        loss = binary_cross_entropy(outputs, y_pred)
    dW = tape.gradient(loss, model.W)
    model.W.assign_sub(learning_rate * dW)


def train_logistic(inputs, outputs, epochs, learning_rate):
    model = LogisticModel()
    history = {"W": [], "loss": []}
    for epoch in range(epochs):
        y_pred = model(inputs)
        loss = binary_cross_entropy(outputs, y_pred)
        history["W"].append(float(model.W.numpy()))
        history["loss"].append(float(loss.numpy()))
        train_step(model, inputs, outputs, learning_rate)
    return history
