"""Right, and unusual: the step is compiled with tf.function and returns the old state."""

import tensorflow as tf


def train_linear(model, inputs, targets, epochs, learning_rate):
    @tf.function
    def step(x, y):
        W, b = tf.identity(model.W), tf.identity(model.b)
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(y - model(x)))
        dW, db = tape.gradient(loss, [model.W, model.b])
        model.W.assign_sub(learning_rate * dW)
        model.b.assign_sub(learning_rate * db)
        return W, b, loss

    rows = [step(inputs, targets) for _ in range(epochs)]
    W, b, losses = zip(*rows)
    return {
        "W": [value.numpy() for value in W],
        "b": [value.numpy() for value in b],
        "loss": [value.numpy() for value in losses],
    }
