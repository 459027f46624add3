"""Right, and unusual: a tf.Module holds the variables, and its own list of them is trained."""

import tensorflow as tf


class Linear(tf.Module):
    def __init__(self, features):
        super().__init__()
        self.W = tf.Variable(tf.zeros([features]))
        self.b = tf.Variable(0.0)

    def __call__(self, X):
        return tf.einsum("nd,d->n", X, self.W) + self.b


def train_linear(X, y, epochs, learning_rate):
    model = Linear(X.shape[-1])
    losses = []
    for _ in range(epochs):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(y - model(X)))
            gradients = tape.gradient(loss, model.trainable_variables)
            for variable, gradient in zip(model.trainable_variables, gradients):
                variable.assign_sub(learning_rate * gradient)
        losses.append(loss.numpy().item())
    return model.W, model.b, losses
