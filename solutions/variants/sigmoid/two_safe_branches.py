"""Each branch of tf.where gets an input that is safe for it."""

import tensorflow as tf


def sigmoid(x):
    positive = x >= 0
    x_up = tf.where(positive, x, tf.zeros_like(x))
    x_down = tf.where(positive, tf.zeros_like(x), x)
    up = 1 / (1 + tf.exp(-x_up))
    down = tf.exp(x_down) / (1 + tf.exp(x_down))
    return tf.where(positive, up, down)
