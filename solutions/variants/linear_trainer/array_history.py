"""Right, and unusual: the history is made of NumPy arrays in double precision."""

import numpy as np
import tensorflow as tf


def train_linear(model, inputs, targets, epochs, learning_rate):
    W, b, losses = np.zeros(epochs), np.zeros(epochs), np.zeros(epochs)
    for epoch in range(epochs):
        with tf.GradientTape(persistent=True) as tape:
            loss = tf.reduce_mean(tf.square(targets - model(inputs)))
        W[epoch], b[epoch], losses[epoch] = model.W.numpy(), model.b.numpy(), loss.numpy()
        dW = tape.gradient(loss, model.W)
        db = tape.gradient(loss, model.b)
        model.W.assign(model.W - learning_rate * dW)
        model.b.assign(model.b - learning_rate * db)
    return {"W": W, "b": b, "loss": losses}
