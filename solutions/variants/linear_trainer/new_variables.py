"""Right, and unusual: every epoch gives the model new variables."""

import tensorflow as tf


def train_linear(model, inputs, targets, epochs, learning_rate):
    history = {"loss": [], "b": [], "W": []}
    for _ in range(epochs):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(targets - model(inputs)))
        dW, db = tape.gradient(loss, [model.W, model.b])
        for name, value in (("W", model.W), ("b", model.b), ("loss", loss)):
            history[name].append(value.numpy())
        model.W = tf.Variable(model.W - learning_rate * dW)
        model.b = tf.Variable(model.b - learning_rate * db)
    return history
