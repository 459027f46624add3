"""The demo data stands under __main__, beside a comparison with Keras."""

import tensorflow as tf


def binary_cross_entropy(y_true, y_pred):
    eps = 1e-7
    ones = y_true * tf.math.log(y_pred + eps)
    zeros = (1 - y_true) * tf.math.log(1 - y_pred + eps)
    return -tf.reduce_mean(ones + zeros)


class LogisticModel:
    def __init__(self):
        self.W = tf.Variable(-0.01)

    def __call__(self, inputs):
        return 1 / (1 + tf.exp(-self.W * inputs))


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


if __name__ == "__main__":
    x = tf.constant([-5.0, -3.0, -1.0, 1.0, 3.0, 5.0])
    y = tf.constant([0.0, 0.0, 0.0, 1.0, 1.0, 1.0])
    for w, loss in zip(*train_logistic(x, y, 10, 0.01).values()):
        print(f"W = {w:.4f}, loss = {loss:.4f}")
    print("Keras, before training:", tf.keras.losses.binary_crossentropy(y, LogisticModel()(x)))
