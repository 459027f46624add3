"""Right, and unusual: every weight is a variable of its own, and a main block compares with fit."""

import tensorflow as tf


def train_linear(X, y, epochs, learning_rate):
    columns = tf.unstack(X, axis=1)
    weights = [tf.Variable(0.0) for _ in columns]
    b = tf.Variable(0.0)
    losses = []
    for _ in range(epochs):
        with tf.GradientTape() as tape:
            predictions = tf.add_n([w * column for w, column in zip(weights, columns)]) + b
            loss = tf.reduce_mean(tf.square(predictions - y))
        gradients = tape.gradient(loss, [*weights, b])
        losses.append(loss.numpy())
        for variable, gradient in zip([*weights, b], gradients):
            variable.assign_sub(learning_rate * gradient)
    return [w.numpy() for w in weights], b.numpy(), losses


if __name__ == "__main__":
    X, y = tf.constant([[1.0, 2.0], [3.0, 0.0]]), tf.constant([4.0, 2.0])
    model = tf.keras.Sequential([tf.keras.layers.Dense(1, kernel_initializer="zeros")])
    model.compile(optimizer=tf.keras.optimizers.SGD(0.05), loss="mse")
    print(model.fit(X, y, batch_size=2, epochs=2, verbose=0).history["loss"])
    print(train_linear(X, y, 2, 0.05)[2])
