"""Right, and unusual: a layer of Keras holds the weights, and the loss is a ready one."""

import tensorflow as tf


def train_linear(X, y, epochs, learning_rate):
    layer = tf.keras.layers.Dense(1, kernel_initializer="zeros")
    loss_fn = tf.keras.losses.MeanSquaredError()
    losses = []
    for _ in range(epochs):
        with tf.GradientTape() as tape:
            loss = loss_fn(y, tf.squeeze(layer(X), axis=-1))
        gradients = tape.gradient(loss, [layer.kernel, layer.bias])
        losses.append(loss.numpy())
        for variable, gradient in zip([layer.kernel, layer.bias], gradients):
            variable.assign_sub(learning_rate * gradient)
    return layer.kernel, layer.bias, losses
