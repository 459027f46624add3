"""Right, and unusual: a vector that is multiplied by the Hessian again and again."""

import tensorflow as tf


def largest_stable_learning_rate(inputs):
    A = tf.stack([inputs, tf.ones_like(inputs)], axis=1)
    H = 2 * tf.transpose(A) @ A / len(inputs)
    v = tf.constant([[0.8], [0.6]])
    w = tf.constant([[0.8], [-0.6]])
    for _ in range(60):
        v = H @ v
        w = H @ w
        v, w = v / tf.norm(v), w / tf.norm(w)
    largest = tf.maximum(tf.transpose(v) @ H @ v, tf.transpose(w) @ H @ w)
    return (2 / largest)[0]
