"""Right, and unusual: two tapes, one a gradient, both before the first update."""

import tensorflow as tf


def train_step(model, loss_fn, inputs, targets, learning_rate):
    with tf.GradientTape() as tape_for_W, tf.GradientTape() as tape_for_b:
        loss = loss_fn(targets, model(inputs))
    dW = tape_for_W.gradient(loss, model.W)
    db = tape_for_b.gradient(loss, model.b)
    model.W.assign(model.W - learning_rate * dW)
    model.b.assign(model.b - learning_rate * db)
    return loss
