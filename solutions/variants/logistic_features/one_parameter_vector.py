"""Right, and unusual: the call joins W and b to one vector, and a column of ones to the features."""

import tensorflow as tf


class LogisticModel(tf.Module):
    def __init__(self, num_features):
        super().__init__()
        self.W = tf.Variable(tf.zeros([num_features]))
        self.b = tf.Variable([0.0])

    def __call__(self, X):
        ones = tf.ones((X.shape[0], 1))
        theta = tf.concat([self.W, self.b], axis=0)
        return tf.nn.sigmoid(tf.linalg.matvec(tf.concat([X, ones], axis=1), theta))


def train_logistic(X, y, epochs, learning_rate):
    model = LogisticModel(X.shape[1])
    losses = []
    for _ in range(epochs):
        with tf.GradientTape() as tape:
            p = model(X)
            loss = tf.reduce_mean(tf.where(y > 0.5, -tf.math.log(p), -tf.math.log(1.0 - p)))
        losses.append(loss.numpy())
        for variable, slope in zip([model.W, model.b], tape.gradient(loss, [model.W, model.b])):
            variable.assign_sub(learning_rate * slope)
    return model.W, model.b, losses
