"""The step is a tf.function on float32 casts of its data."""

import numpy as np
import tensorflow as tf

inputs = np.array([-5, -3, -1, 1, 3, 5])
outputs = np.array([0, 0, 0, 1, 1, 1])


def binary_cross_entropy(y_true, y_pred):
    y_true = tf.cast(y_true, tf.float32)
    y_pred = tf.clip_by_value(y_pred, 1e-7, 1 - 1e-7)
    return -tf.reduce_mean(y_true * tf.math.log(y_pred) + (1 - y_true) * tf.math.log(1 - y_pred))


class LogisticModel(tf.Module):
    def __init__(self):
        super().__init__()
        self.W = tf.Variable(-0.01)

    def __call__(self, inputs):
        return tf.sigmoid(self.W * tf.cast(inputs, tf.float32))


@tf.function
def train_step(model, inputs, outputs, learning_rate):
    with tf.GradientTape() as tape:
        loss = binary_cross_entropy(outputs, model(inputs))
    gradient = tape.gradient(loss, model.W)
    model.W.assign_sub(tf.cast(learning_rate, tf.float32) * gradient)
    return loss


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
