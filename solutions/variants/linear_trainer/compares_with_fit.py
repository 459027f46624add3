"""Right, and unusual: a main block compares the training with the one of Keras."""

import tensorflow as tf


def train_linear(model, inputs, targets, epochs, learning_rate):
    history = {"W": [], "b": [], "loss": []}
    for _ in range(epochs):
        with tf.GradientTape() as tape:
            loss = tf.reduce_mean(tf.square(targets - model(inputs)))
        dW, db = tape.gradient(loss, [model.W, model.b])
        history["W"].append(model.W.numpy())
        history["b"].append(model.b.numpy())
        history["loss"].append(loss.numpy())
        model.W.assign_sub(learning_rate * dW)
        model.b.assign_sub(learning_rate * db)
    return history


class Line:
    def __init__(self):
        self.W = tf.Variable(1.0)
        self.b = tf.Variable(0.0)

    def __call__(self, inputs):
        return self.W * inputs + self.b


if __name__ == "__main__":
    x, y = tf.constant([1.0, 2.0]), tf.constant([3.0, 5.0])
    dense = tf.keras.layers.Dense(1, kernel_initializer="ones")
    keras_model = tf.keras.Sequential([tf.keras.Input((1,)), dense])
    keras_model.compile(optimizer=tf.keras.optimizers.SGD(learning_rate=0.1), loss="mse")
    columns = tf.reshape(x, (-1, 1)), tf.reshape(y, (-1, 1))
    record = keras_model.fit(*columns, batch_size=2, epochs=5, verbose=0)
    print("mine: ", train_linear(Line(), x, y, 5, 0.1)["loss"])
    print("Keras:", record.history["loss"])
