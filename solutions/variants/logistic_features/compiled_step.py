"""Right, and unusual: the step is compiled with tf.function, and its helpers print."""

import tensorflow as tf


class LogisticModel(tf.Module):
    def __init__(self, num_features, name=None):
        super().__init__(name=name)
        self.W = tf.Variable(tf.zeros((num_features, 1)))
        self.b = tf.Variable([0.0])

    def __call__(self, X):
        return tf.sigmoid(X @ self.W + self.b)


def train_logistic(X, y, epochs, learning_rate):
    model = LogisticModel(X.shape[1])

    @tf.function
    def step():
        with tf.GradientTape() as tape:
            loss = tf.keras.losses.binary_crossentropy(y, tf.squeeze(model(X), axis=1))
        for variable, slope in zip(model.variables, tape.gradient(loss, model.variables)):
            variable.assign_sub(learning_rate * slope)
        return loss

    losses = tf.TensorArray(tf.float32, size=epochs)
    for epoch in range(epochs):
        loss = step()
        print(epoch, float(loss))
        losses = losses.write(epoch, loss)
    return model.W, model.b, losses.stack()
