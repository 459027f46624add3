"""Right, and unusual: a main block compares the step with an optimizer of Keras."""

import tensorflow as tf


def train_step(model, loss_fn, inputs, targets, learning_rate):
    with tf.GradientTape() as tape:
        loss = loss_fn(targets, model(inputs))
    dW, db = tape.gradient(loss, [model.W, model.b])
    model.W.assign_sub(learning_rate * dW)
    model.b.assign_sub(learning_rate * db)


class Line:
    def __init__(self):
        self.W = tf.Variable(2.0)
        self.b = tf.Variable(1.0)

    def __call__(self, inputs):
        return self.W * inputs + self.b


if __name__ == "__main__":
    x, y = tf.constant([1.0, 2.0]), tf.constant([0.0, 4.0])
    mine, theirs = Line(), Line()
    train_step(mine, tf.keras.losses.MSE, x, y, 0.1)
    optimizer = tf.keras.optimizers.SGD(learning_rate=0.1)
    with tf.GradientTape() as tape:
        loss = tf.keras.losses.MSE(y, theirs(x))
    gradients = tape.gradient(loss, [theirs.W, theirs.b])
    optimizer.apply_gradients(zip(gradients, [theirs.W, theirs.b]))
    print(mine.W.numpy(), mine.b.numpy())
    print(theirs.W.numpy(), theirs.b.numpy())
