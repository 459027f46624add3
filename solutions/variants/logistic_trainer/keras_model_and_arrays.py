"""A keras.Model with a weight of shape (1,); the history holds arrays."""

import numpy as np
import tensorflow as tf

inputs = np.array([-5, -3, -1, 1, 3, 5])
outputs = np.array([0, 0, 0, 1, 1, 1])


def binary_cross_entropy(y_true, y_pred):
    y_pred = tf.clip_by_value(y_pred, 1e-6, 1 - 1e-6)
    return -tf.reduce_mean(y_true * tf.math.log(y_pred) + (1 - y_true) * tf.math.log(1 - y_pred))


class LogisticModel(tf.keras.Model):
    def __init__(self):
        super().__init__()
        self.W = self.add_weight(shape=(1,), initializer=tf.keras.initializers.Constant(-0.01))

    def call(self, inputs):
        return tf.sigmoid(self.W * tf.cast(inputs, tf.float32))


def train_step(model, inputs, outputs, learning_rate):
    with tf.GradientTape() as tape:
        y_pred = model(inputs)
        loss = binary_cross_entropy(outputs, y_pred)
    dW = tape.gradient(loss, model.W)
    model.W.assign_sub(learning_rate * dW)


def train_logistic(inputs, outputs, epochs, learning_rate):
    model = LogisticModel()
    Ws, losses = [], []
    for epoch in range(1, epochs + 1):
        Ws.append(model.W.numpy()[0])
        losses.append(binary_cross_entropy(outputs, model(inputs)))
        train_step(model, inputs, outputs, learning_rate)
        print(f"Epoch {epoch}: W = {Ws[-1]:.4f}, loss = {losses[-1]:.4f}")
    return {"W": np.array(Ws), "loss": np.array(losses)}
