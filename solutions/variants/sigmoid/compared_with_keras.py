"""A comparison with Keras when the file is run as a program."""

import tensorflow as tf


def sigmoid(x):
    x = tf.clip_by_value(x, -80.0, 80.0)
    return 1 / (1 + tf.exp(-x))


if __name__ == "__main__":
    points = tf.linspace(-10.0, 10.0, 21)
    print("mine: ", sigmoid(points).numpy())
    print("keras:", tf.keras.activations.sigmoid(points).numpy())
    print("tf:   ", tf.sigmoid(points).numpy())
